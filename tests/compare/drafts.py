"""A base text and a draft that is based on it, with a change of every kind."""

from __future__ import annotations

BASE = """\
A/RES/80/99

Eightieth session

# 80/99. Safe water in schools

*The General Assembly*,

*Recalling* its resolution 64/292 of 28 July 2010 on the human right to water and sanitation,[^1]

*Noting* the work of local teachers in rural areas, and the need to train them in good time,

*Guided* by the purposes and principles of the Charter of the United Nations,

*Aware* that children learn better where wells are near and kept in repair by the community,

1. *Takes note* of the report of the Secretary-General;[^2]

2. *Calls upon* States to build wells near schools and to keep them in good repair:

(a) By training local engineers in the upkeep of pumps;

(b) By setting money aside every year for spare parts;

3. *Invites* the regional commissions to exchange good practices on the testing of water;

4. *Requests* the Secretary-General to report to it at its eighty-first session.

[^1]: See *Official Records*, chapter II.

[^2]: A/80/123.
"""

DRAFT = """\
A/C.3/81/L.9

Eighty-first session

# Safe water in schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

*Recalling* its resolutions 64/292 of 28 July 2010 on the human right to water and sanitation[^1] and 80/99 of
18 December 2025,

*Noting* the work of local teachers in rural areas,

*Noting also* the need to train them in good time,

1. *Takes note* of the report of the Secretary-General;[^2]

2. *Welcomes* the first wells that were built;[^3]

3. *Calls* upon States to build wells near all schools and to keep them in good repair:

(a) By training local engineers in the upkeep of pumps;

(b) By setting money aside every year for spare parts;

4. *Requests* the Secretary-General to report to it at its eighty-second session;

5. *Decides* to remain seized of the matter.

[^1]: See *Official Records*, chapter III.

[^2]: A/81/45.

[^3]: A/81/46, <annex> & more.
"""
