"""What the last build read, made and said, and whether it all still stands: told without reading the site."""

from sitegen.memory.config import CONFIG_NAME, WORK_FOLDER, find_config
from sitegen.memory.disk import PART, is_unfinished, replace_file, write_new, write_part
from sitegen.memory.inputs import Inputs, fill_inputs, take_inputs
from sitegen.memory.kept import Kept, find_program_folder
from sitegen.memory.ledger import (
    DIGEST_BYTES,
    ClientEntry,
    Ground,
    Ledger,
    Totals,
    UnitEntry,
    find_ledger,
    format_ledger,
    write_head,
    write_json,
    write_stock,
    write_units,
)
from sitegen.memory.lock import alone
from sitegen.memory.outputs import Outputs
from sitegen.memory.part import Part, find_part, narrow
from sitegen.memory.program import digest_program
from sitegen.memory.recall import SECRET, Recalled, find_cores, recalling
from sitegen.memory.record import find_record
from sitegen.memory.report import BuildReport, LeftOut
from sitegen.memory.request import WHOLE, Request, Shard, parse_shard
from sitegen.memory.standing import make_report, report_standing
from sitegen.memory.stock import WIDTH, Stamps, Stock, digest, stamp, take_stock
from sitegen.memory.warned import NOTHING, Warned, make_warned

__all__ = [
    "CONFIG_NAME",
    "DIGEST_BYTES",
    "NOTHING",
    "PART",
    "SECRET",
    "WHOLE",
    "WIDTH",
    "WORK_FOLDER",
    "BuildReport",
    "ClientEntry",
    "Ground",
    "Inputs",
    "Kept",
    "Ledger",
    "LeftOut",
    "Outputs",
    "Part",
    "Recalled",
    "Request",
    "Shard",
    "Stamps",
    "Stock",
    "Totals",
    "UnitEntry",
    "Warned",
    "alone",
    "digest",
    "digest_program",
    "fill_inputs",
    "find_config",
    "find_cores",
    "find_ledger",
    "find_part",
    "find_program_folder",
    "find_record",
    "format_ledger",
    "is_unfinished",
    "make_report",
    "make_warned",
    "narrow",
    "parse_shard",
    "recalling",
    "replace_file",
    "report_standing",
    "stamp",
    "take_inputs",
    "take_stock",
    "write_head",
    "write_json",
    "write_new",
    "write_part",
    "write_stock",
    "write_units",
]
