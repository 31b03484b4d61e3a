"""Names for ids, so that one kind of id cannot stand in for another.

All ids are random (DESIGN.md, do no harm): none is derived from a document or a name. They are made
by `tasks`, which alone has a source of chance. A mention's id is its claim's id and a number.
"""

from typing import NewType

ReportId = NewType("ReportId", str)
ClaimId = NewType("ClaimId", str)
ReviewId = NewType("ReviewId", str)
MentionId = NewType("MentionId", str)
VerdictId = NewType("VerdictId", str)
PersonId = NewType("PersonId", str)
DefinitionId = NewType("DefinitionId", str)
WithdrawalId = NewType("WithdrawalId", str)
AsideId = NewType("AsideId", str)
RedactionId = NewType("RedactionId", str)
CorrectionId = NewType("CorrectionId", str)
SendingId = NewType("SendingId", str)
CaseId = NewType("CaseId", str)
ReaderId = NewType("ReaderId", str)
SealingId = NewType("SealingId", str)
KeyCopyId = NewType("KeyCopyId", str)
