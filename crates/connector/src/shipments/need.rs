//! What of a posted shipment is to be sent. Pure.

use values::Code;

use super::staged::shipped::Pieces;

/// A line of a posted shipment that is a line of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the order.
    pub line_id: i64,
    /// How many pieces.
    pub quantity: i64,
    /// From where they were sent.
    pub location: Code<10>,
}

/// What of lines is still to be sent.
pub(super) fn left(lines: &[Line], sent: &Pieces) -> Vec<Line> {
    let mut sent = sent.clone();
    let less = |line: &Line| {
        let of_line = sent.entry(line.line_id).or_default();
        let quantity = (line.quantity - *of_line).max(0);
        *of_line -= line.quantity - quantity;
        (quantity > 0).then(|| Line { quantity, ..line.clone() })
    };
    lines.iter().filter_map(less).collect()
}
