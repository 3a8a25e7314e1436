"""A column for each row: `matrix`."""

from collections.abc import Mapping

from sitegen.model import MatrixQuestion
from sitegen.survey.kinds.kind import AnswerError, Fault, Found, Kind, Sent, read_part, require


class Matrix(Kind[MatrixQuestion]):
    """A column's id by row; where an answer is required, every row needs one."""

    def list_parts(self, question: MatrixQuestion) -> tuple[str, ...]:
        """Return the rows."""
        return tuple(question.rows)

    def read(self, question: MatrixQuestion, sent: Sent) -> Found:
        """Read the rows that were answered."""

        def parse(text: str) -> str:
            if text not in question.columns:
                raise AnswerError("not-an-option")
            return text

        chosen: dict[str, str] = {}
        faults: list[Fault] = []
        for row in question.rows:
            column, found = read_part(sent, row, parse)
            if column is None:
                faults += found or require(question, row)
            else:
                chosen[row] = str(column)
        return Found({"": chosen} if chosen else {}, tuple(faults))

    def write(self, value: Mapping[str, str]) -> Sent:
        """Return the chosen columns by row."""
        return {row: (column,) for row, column in value.items()}
