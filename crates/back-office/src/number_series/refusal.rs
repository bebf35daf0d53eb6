use chrono::NaiveDate;

/// Why a number series gives no number, or takes none.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The number series has no line for the date.
    #[error(
        "you cannot assign new numbers from the number series {series} on {date}: add a line that begins on that day or before"
    )]
    NoSeriesLine {
        /// The number series.
        series: String,
        /// The day.
        date: NaiveDate,
    },
    /// The number series has no line with numbers left.
    #[error("you cannot assign new numbers from the number series {0}: it has no open line, add one")]
    NoSeriesLines(String),
    /// The number series goes by date.
    #[error(
        "you cannot assign new numbers from the number series {series} on a date before {last}: choose a later date, or turn Date Order off"
    )]
    DateOrder {
        /// The number series.
        series: String,
        /// The day of its last number.
        last: NaiveDate,
    },
    /// The number series is used up.
    #[error(
        "you cannot assign numbers greater than {ending} from the number series {series}; the last one was '{last}': add a line with more numbers"
    )]
    SeriesEnded {
        /// The number series.
        series: String,
        /// Its last number.
        ending: String,
        /// The number that was given last.
        last: String,
    },
    /// Numbers do not come by themselves.
    #[error(
        "it is not possible to assign numbers automatically from the number series {0}: turn Default Nos. on, or enter the number"
    )]
    NotAutomatic(String),
    /// Numbers are not entered by hand.
    #[error(
        "you may not enter numbers manually in the number series {0}: turn Manual Nos. on, or leave the number out"
    )]
    NotManual(String),
    /// A number without a digit.
    #[error(
        "the number '{number}' of the series {series} has no digits to count up: give the series a starting number as SO-0001"
    )]
    NoDigits {
        /// The number series.
        series: String,
        /// The number.
        number: String,
    },
}
