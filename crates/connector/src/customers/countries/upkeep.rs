use back_office::upkeep::Upkeep;

use super::entity::{Column, Entity};

impl Upkeep for Entity {
    const ONE: &'static str = "customer setup by country/region";
    const KEY: &'static [Column] = &[Column::ShopCode, Column::CountryRegionCode];
    const MAY_BE_BLANK: &'static [Column] = &[];
    const KEPT: &'static [Column] = &[];
}
