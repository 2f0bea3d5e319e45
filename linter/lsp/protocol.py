"""What pygls leaves to us: every request gets an answer, also one that cannot be understood."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """The language server protocol; a request with wrong parameters is answered with an error."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message in ``data``. What cannot be understood is logged by the caller and left behind."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=error.to_response_error())
            raise
