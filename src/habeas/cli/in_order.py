"""A verb with commands of its own, listed in the order in which one uses them."""

import click


class InOrder(click.Group):
    """A group that lists its commands as they were added to it, and not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, first added first."""
        return list(self.commands)
