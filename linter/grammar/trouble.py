"""Why grammar cannot be looked at."""


class GrammarError(Exception):
    """LanguageTool is not there or does not answer; the message gives the reason and the way out.

    It is no failure of the program: whatever else there is to find is found.
    """
