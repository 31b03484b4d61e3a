"""A verb with commands of its own, listed in the order in which one uses them.

Decides, too, what is said of a command there is not: the names nearest to what was typed.
"""

from difflib import get_close_matches

import click

from habeas.cli.verbs import call_of
from habeas.cli.words import _

_ALIKE = 0.5
"""How alike, from 0 to 1, a name must be to what was typed to be offered."""


class InOrder(click.Group):
    """A group that lists its commands as they were added to it, and not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, first added first."""
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its help ended by a call of it; None where there is none."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            command.epilog = call_of(f"{ctx.command_path} {cmd_name}")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, and the words behind it.

        Raises:
            UsageError: there is none of that name.
        """
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            words = _("There is no command “{name}”.").format(name=args[0])
            near = get_close_matches(args[0].casefold(), names, n=2, cutoff=_ALIKE)
            if near:
                words += " " + _("Did you mean: {names}?").format(names=", ".join(near))
            raise click.UsageError(words, ctx=ctx)
        return super().resolve_command(ctx, args)
