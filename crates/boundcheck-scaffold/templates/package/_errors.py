"""The exceptions of this package. The extension module raises them."""


class {{ error }}(Exception):
    """Something is wrong with measurements: the base of all exceptions of this package."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class ParseError({{ error }}, ValueError):
    """A line of a text is not a number. The cause says why."""

    def __init__(self, message: str, line: int, text: str) -> None:
        # All arguments reach `args`, so that pickling, and with it multiprocessing, works.
        super().__init__(message, line, text)
        self.line = line
        self.text = text


class NotFiniteError({{ error }}, ValueError):
    """A value is infinite or not a number."""

    def __init__(self, message: str, index: int, value: float) -> None:
        super().__init__(message, index, value)
        self.index = index
        self.value = value
