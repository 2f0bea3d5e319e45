"""The report as a page for a browser: the draft as in print, the findings in its margin."""
