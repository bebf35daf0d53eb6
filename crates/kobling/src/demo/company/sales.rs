//! What is sold, to whom, when, and what became of it.

/// A sale.
#[derive(Debug)]
pub(super) struct Sale {
    /// Who buys.
    pub(super) customer: &'static str,
    /// How many days ago.
    pub(super) days_ago: u64,
    /// Items, variants, and how many of them.
    pub(super) lines: &'static [(&'static str, &'static str, i32)],
    /// What became of it.
    pub(super) now: Now,
}

/// What became of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Now {
    /// Invoiced, and paid so many days later.
    Paid(u64),
    /// Invoiced, and half of it paid so many days later.
    HalfPaid(u64),
    /// Invoiced, and not paid.
    Owed,
    /// Invoiced; one of its first line came back so many days later.
    Returned(u64),
    /// Sent, and not invoiced.
    Shipped,
    /// Half of it sent and invoiced.
    InPart,
    /// Released for posting.
    Released,
    /// Still being changed.
    Open,
}

const fn sale(
    customer: &'static str,
    days_ago: u64,
    lines: &'static [(&'static str, &'static str, i32)],
    now: Now,
) -> Sale {
    Sale { customer, days_ago, lines, now }
}

/// All sales, the oldest first.
pub(super) const SALES: [Sale; 20] = [
    sale("K1000", 84, &[("F1000", "M", 1), ("F1060", "", 3)], Now::Paid(9)),
    sale("K2010", 80, &[("F1000", "S", 6), ("F1000", "M", 8), ("F1000", "L", 6), ("F1020", "M", 10)], Now::Paid(28)),
    sale("K3000", 77, &[("F3000", "", 1), ("F3030", "", 2)], Now::Owed),
    sale("K1010", 71, &[("F2000", "42", 1), ("F1060", "", 2), ("N1000", "", 1)], Now::Paid(12)),
    sale("K4000", 66, &[("F1010", "S", 1), ("F5000", "", 4)], Now::Owed),
    sale("K2000", 60, &[("F3000", "", 8), ("F3020", "", 8), ("S1010", "", 2)], Now::HalfPaid(30)),
    sale("K1020", 55, &[("F5000", "", 6), ("F5010", "", 3), ("F5020", "", 2)], Now::Paid(7)),
    sale("K6000", 50, &[("F3040", "", 20), ("F3050", "", 10)], Now::Owed),
    sale("K1030", 44, &[("F4000", "", 1), ("F4010", "", 1), ("S1000", "", 1)], Now::Returned(10)),
    sale("K5000", 38, &[("F1020", "S", 1), ("F1080", "", 1)], Now::Owed),
    sale("K2020", 33, &[("F6000", "", 15), ("F3080", "", 15)], Now::Paid(25)),
    sale("K4010", 27, &[("F2010", "43", 1), ("F4020", "", 4)], Now::Owed),
    sale("K1040", 21, &[("F1050", "M", 2), ("F1030", "M", 2)], Now::Owed),
    sale("K2010", 14, &[("F2000", "41", 10), ("F2000", "42", 12), ("F2000", "43", 10)], Now::InPart),
    sale("K3010", 9, &[("F3060", "", 1), ("F3070", "", 6)], Now::Shipped),
    sale("K6010", 7, &[("F1040", "", 12)], Now::Owed),
    sale("K1000", 4, &[("F3050", "", 1), ("F3090", "", 2)], Now::Released),
    sale("K2000", 3, &[("F3010", "", 12), ("F3030", "", 12)], Now::Released),
    sale("K1020", 1, &[("F1070", "", 1), ("F1080", "", 1), ("N1000", "", 2)], Now::Open),
    sale("K2020", 0, &[("F3080", "", 4), ("S1010", "", 3)], Now::Open),
];
