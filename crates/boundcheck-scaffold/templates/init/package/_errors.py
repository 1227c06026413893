"""The exceptions of this package. The extension module raises them."""


class {{ error }}(Exception):
    """The base of all exceptions of this package."""
