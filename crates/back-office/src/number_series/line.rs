//! The number series line (table 309).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// From which day a series gives which numbers.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "number_series_line")]
#[record(name = "numberSeriesLines", caption = "No. Series Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The series.
    #[sea_orm(indexed)]
    pub series_code: Code<20>,
    /// From this day on; blank: always.
    pub starting_date: Option<ChronoDate>,
    /// The first number.
    #[record(caption = "Starting No.")]
    pub starting_number: Code<20>,
    /// The last number; blank: none.
    #[record(caption = "Ending No.")]
    pub ending_number: Code<20>,
    /// By how much it counts up.
    #[record(caption = "Increment-by No.")]
    pub increment_by_number: i32,
    /// The last number that was given; blank: none yet.
    #[record(caption = "Last No. Used")]
    pub last_number_used: Code<20>,
    /// The day for which it was given.
    pub last_date_used: Option<ChronoDate>,
    /// Whether it has numbers left.
    pub open: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
