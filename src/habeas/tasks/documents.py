"""The reports in a file: most files are one, an archive or an export holds many.

Decides what of a person's word about a file holds for the reports in it. Laws: what comes out is what
is hashed, sealed and read, and nothing else of the file; the reports of a file of several keep their
own days and addresses, and a person's day serves those that tell none; a forwarded post is never given
to whoever passed it on.
"""

from dataclasses import replace

from habeas.plugins import documents
from habeas.reading.formats.member import Member
from habeas.tasks.incoming import Incoming
from habeas.tasks.sidecar import Told

_ASKED = "Nothing kept of it tells who published it; name the publisher by hand."


def reports_in(source: Incoming) -> tuple[Incoming, ...]:
    """The reports a file holds, each with its own name, bytes, and what is told about it.

    Raises:
        ReportError: the file cannot be read, or holds nothing to keep.
    """
    members = [document.member for document in documents(source.data, name=source.name)]
    if len(members) == 1 and members[0].data == source.data:
        told = source.told.over(_own(members[0], source.told.publisher))
        return (replace(source, told=told),)
    several = len(members) > 1
    return tuple(_report(member, source, several) for member in members)


def _report(member: Member, source: Incoming, several: bool) -> Incoming:
    told = source.told
    undated = source.undated
    if several:
        undated = told.published or undated
        told = replace(told, published=None, address="", title="", warnings=())
    if member.borrowed:
        told = replace(told, publisher="")
    told = told.over(_own(member, told.publisher))
    return replace(source, name=member.name, data=member.data, told=told, undated=undated)


def _own(member: Member, publisher: str) -> Told:
    """What a report tells of itself; nobody is asked for a publisher who named one."""
    asked = (_ASKED,) if member.unsigned and not publisher else ()
    return Told(member.publisher, address=member.address, warnings=(*member.warnings, *asked))
