use chrono_tz::Tz;
use values::Code;

/// A company that is to be set up.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// Its name.
    pub name: String,
    /// Its own currency.
    pub currency_code: Code<10>,
    /// The zone in which its days begin.
    pub time_zone: Tz,
}
