"""The gate: what must be so before a content may stand in the log.

Laws: a report's original and text are there, and the text is clean; a claim's report is there, its
quote stands in the report's text, and each of its spans lies inside it; a review's claim is there; a
verdict's mentions are there; what is withdrawn is there and has not been withdrawn before; the case of
a sealed field, the field of a wrapped key, and the report that is corrected, are there; no id is used
twice. A batch is taken in its order: a content may refer to those before it. What nobody has read is
not accepted over what somebody decided.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

from habeas.errors import MistakeError
from habeas.protecting.age import check_recipient
from habeas.protecting.sealing import looks_wrapped
from habeas.register.bodies import canonical
from habeas.register.contents import data, kept
from habeas.register.force import in_force
from habeas.register.lots import rows_where
from habeas.register.schema import claim, review
from habeas.register.standing import Standing, standing
from habeas.register.store import Store
from habeas.register.wording import (
    TEXT_LIMIT,
    check_digest,
    check_id,
    check_size,
    check_words,
)
from habeas.terms.aside import SetAside
from habeas.terms.claim import Argument, Draft
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId
from habeas.terms.person import Verdict, mention_id
from habeas.terms.protected import Case, KeyCopy, Protected, Reader, Sealing
from habeas.terms.redaction import Redaction
from habeas.terms.report import Report
from habeas.terms.review import Review, Withdrawal

_TEXTS_HELD = 16


class Gate:
    """Checks one batch; holds what it has looked up and the texts last used."""

    def __init__(
        self, store: Store, contents: Sequence[Content], blobs: Mapping[str, bytes]
    ) -> None:
        """Look up what `contents` speak of; `blobs` are in the register already."""
        self._store = store
        self._contents = contents
        self._known: Standing = standing(store, contents)
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._unused = set(blobs)

    def bodies(self) -> list[tuple[Content, bytes]]:
        """The contents with their canonical bodies, all of them checked.

        Raises:
            MistakeError: one of them may not stand in the log, or bytes were given that none names.
        """
        done: list[tuple[Content, bytes]] = []
        for content in self._contents:
            self._check_new(content.id)
            done.append((content, canonical(content)))
            self._check(content)
        if self._unused:
            raise MistakeError(
                f"No report names the bytes {min(self._unused)}; nothing was written.",
                code="content-unnamed",
            )
        return done

    def check_elsewhere(self, content: Content) -> bytes:
        """The canonical body of a content that another device wrote; checked, and known from now on.

        Not asked: whether a verdict's mentions are those of the draft that holds, and whether what is
        withdrawn stands; either may have been changed by a device that did not know of the other.

        Raises:
            MistakeError: it may not stand in the log of any device.
        """
        self._check_new(content.id)
        made = canonical(content)
        match content:
            case Verdict() | Redaction():
                pass
            case Withdrawal():
                _check_by(content)
            case _:
                self._check(content)
        return made

    def note(self, content: Content) -> None:
        """Take a content that stands in the log as known, unchecked."""
        self._check_new(content.id)
        match content:
            case Report():
                self._known.texts[content.id] = content.text_sha256
            case Proposal():
                self._known.claims[content.id] = content.report
            case Case():
                self._known.cases.add(content.id)
            case Sealing():
                self._known.sealings.add(content.id)

    def _check_new(self, name: str) -> None:
        check_id(name)
        if name in self._known.ids:
            raise MistakeError(
                f"The id {name} is in use already; nothing was written.", code="id-taken"
            )
        self._known.ids.add(name)

    def _check(self, content: Content) -> None:
        match content:
            case Report():
                self._check_report(content)
            case Proposal():
                self._check_draft(content.id, content.report, content.draft)
                self._known.claims[content.id] = content.report
            case Review() | SetAside():
                self._check_decision(content)
            case Verdict(left=left, right=right):
                for side in (left, right):
                    _need(side in self._known.mentions, "mention", side, content.id)
                self._known.effective[content.id] = True
            case Withdrawal():
                self._check_withdrawal(content)
            case Definition():
                _check_named(content)
            case Redaction():
                raise MistakeError(
                    "A redaction is not put like other contents; use `redact`.",
                    code="redaction-not-put",
                )
            case Correction() | Case() | Reader() | Sealing() | KeyCopy():
                self._check_other(content)

    def _check_other(self, content: Protected | Correction) -> None:
        cases, sealings = self._known.cases, self._known.sealings
        match content:
            case Correction(report=of):
                _need(of in self._known.texts, "report", of, content.id)
            case Case():
                cases.add(content.id)
            case Reader(case=of, recipient=recipient):
                check_recipient(recipient)
                _need(of in cases, "protected case", of, content.id)
            case Sealing(case=of):
                _need(of in cases, "protected case", of, content.id)
                sealings.add(content.id)
            case KeyCopy(sealing=of, recipient=recipient, wrapped=data):
                check_recipient(recipient)
                _need(of in sealings, "sealed field", of, content.id)
                if not looks_wrapped(data):
                    raise MistakeError(
                        "This is no wrapped key as Habeas writes it.", code="sealed-unfit"
                    )

    def _check_report(self, report: Report) -> None:
        both = {report.sha256, report.text_sha256}
        for digest in both:
            check_digest(digest, f"report {report.id}")
        missing = both - kept(self._store, both)
        if missing:
            raise MistakeError(
                f"The bytes {min(missing)} of report {report.id} were not given along with it;"
                " nothing was written.",
                code="content-missing",
            )
        self._unused -= both
        self._known.texts[report.id] = report.text_sha256
        check_words(self._text(report.text_sha256), f"report {report.id}")

    def _check_decision(self, given: Review | SetAside) -> None:
        _need(given.claim in self._known.claims, "claim", given.claim, given.id)
        if isinstance(given, Review) and given.amended is not None:
            self._check_draft(given.claim, self._known.claims[given.claim], given.amended)
        self._known.effective[given.id] = True

    def _check_withdrawal(self, withdrawal: Withdrawal) -> None:
        target = withdrawal.target
        if target not in self._known.effective:
            raise MistakeError(
                f"There is no review, verdict or setting aside {target[:80]}; `habeas show CLAIM` prints"
                " a claim's reviews. Nothing was written.",
                code="reference-unknown",
            )
        if not self._known.effective[target]:
            raise MistakeError(
                f"{target} was withdrawn before; nothing was written.", code="withdrawn-already"
            )
        _check_by(withdrawal)
        self._known.effective[target] = False

    def _check_draft(self, claim: ClaimId, report: str, draft: Draft) -> None:
        _need(report in self._known.texts, "report", report, claim)
        text = self._text(self._known.texts[report])
        if not draft.quote.stands_in(text):
            raise MistakeError(
                f"The quote of claim {claim} does not stand at {draft.quote.start}.."
                f"{draft.quote.stop} of report {report}; nothing was written.",
                code="quote-not-there",
            )
        for start, stop in _spans(draft):
            if start is None or stop is None or not 0 <= start < stop <= len(text):
                raise MistakeError(
                    f"A span of claim {claim} ({start}..{stop}) lies outside report {report};"
                    " nothing was written.",
                    code="span-outside",
                )
        for number in range(len(draft.said.persons)):
            self._known.mentions.add(mention_id(claim, number))

    def _text(self, digest: str) -> str:
        if digest not in self._texts:
            raw = data(self._store, digest)
            check_size(len(raw), TEXT_LIMIT, "one text")
            try:
                self._texts[digest] = raw.decode("utf-8")
            except UnicodeDecodeError:
                raise MistakeError(
                    f"The bytes {digest} are given as a text, and are not UTF-8.",
                    code="text-not-utf-8",
                ) from None
            if len(self._texts) > _TEXTS_HELD:
                self._texts.popitem(last=False)
        self._texts.move_to_end(digest)
        return self._texts[digest]


def _check_by(withdrawal: Withdrawal) -> None:
    if not withdrawal.by.strip():
        raise MistakeError("A withdrawal needs a name.", code="withdrawer-missing")


def _check_named(definition: Definition) -> None:
    if not definition.name.strip():
        raise MistakeError("A definition needs a name.", code="definition-unnamed")


def check_unread(store: Store, contents: Sequence[Content]) -> None:
    """Refuse reviews made unread of claims that have a review in force; inside the transaction.

    Raises:
        MistakeError: somebody decided about one of the claims meanwhile.
    """
    claims = {one.claim for one in contents if isinstance(one, Review) and one.unread}
    query = select(claim.c.id).join_from(claim, review, in_force())
    for row in rows_where(store, query, claim.c.id, claims):
        raise MistakeError(
            f"Somebody decided about claim {row.id} meanwhile, and a batch writes over no decision;"
            " nothing was written. Run it again.",
            code="batch-overtaken",
        )


def _spans(draft: Draft) -> Iterator[tuple[int | None, int | None]]:
    said = draft.said
    singles: tuple[Argument | None, ...] = (
        said.place,
        said.destination,
        said.actor,
        said.terms,
        said.penalty,
        said.population,
        said.part,
        draft.source,
    )
    for argument in (*said.persons, *singles):
        if argument is not None and (argument.start is not None or argument.stop is not None):
            yield argument.start, argument.stop
    if said.amount_at is not None:
        yield said.amount_at


def _need(there: bool, what: str, name: str, by: str) -> None:
    if not there:
        raise MistakeError(
            f"There is no {what} {name[:80]}, of which {by} speaks; nothing was written.",
            code="reference-unknown",
        )
