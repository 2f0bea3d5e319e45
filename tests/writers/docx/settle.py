"""Run by a Python that has LibreOffice's UNO bridge: settle the tracked changes of Word files.

Usage: settle.py OFFICE FOLDER FORMAT; each FOLDER/NAME.docx is written as NAME.accepted.FORMAT and
NAME.rejected.FORMAT, NAME-before.docx as NAME-before.rejected.FORMAT alone, NAME-after.docx as
NAME-after.accepted.FORMAT. FORMAT is txt or docx.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}
FILTERS = {"txt": "Text", "docx": "MS Word 2007 XML"}
ALONE = {"before": ["rejected"], "after": ["accepted"]}


def setting(name, value):
    return PropertyValue(Name=name, Value=value)


def connected(address):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:{address};StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def settle(context, file, outcome, form):
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    dispatcher = context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (setting("Hidden", True),))
    dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[outcome], "", 0, ())
    target = file.with_suffix(f".{outcome}.{form}").as_uri()
    document.storeToURL(target, (setting("FilterName", FILTERS[form]),))
    document.close(True)


def main():
    office, folder, form = sys.argv[1], Path(sys.argv[2]).resolve(), sys.argv[3]
    address = f"pipe,name=settle{folder.stat().st_ino};urp"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    process = subprocess.Popen([office, profile, "--headless", "--norestore", f"--accept={address};"])
    try:
        context = connected(address)
        for file in sorted(folder.glob("*.docx")):
            for outcome in ALONE.get(file.stem.rpartition("-")[2], COMMANDS):
                settle(context, file, outcome, form)
        context.ServiceManager.createInstance("com.sun.star.frame.Desktop").terminate()
        process.wait(30)
    finally:
        process.kill()


main()
