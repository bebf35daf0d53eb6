use serde::{Deserialize, Serialize};

/// A postal address of a customer or an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Address {
    pub id: u64,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub company: Option<String>,
    pub address1: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub zip: Option<String>,
    pub province: Option<String>,
    pub province_code: Option<String>,
    pub country_code: Option<String>,
    pub country: Option<String>,
    pub phone: Option<String>,
}

impl Address {
    /// First and last name, as far as they are known.
    pub(crate) fn name(&self) -> Option<String> {
        full_name(self.first_name.as_deref(), self.last_name.as_deref())
    }

    /// The lines of the address as they are printed on a parcel.
    pub(crate) fn formatted(&self, with_name: bool, with_company: bool) -> Vec<String> {
        let place = [self.zip.as_deref(), self.city.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        [
            self.name().filter(|_| with_name),
            self.company.clone().filter(|_| with_company),
            self.address1.clone(),
            self.address2.clone(),
            Some(place),
            self.country.clone(),
        ]
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
    }

    /// The same place, whatever its id is.
    pub(crate) fn same_place(&self, other: &Self) -> bool {
        Self { id: 0, ..self.clone() } == Self { id: 0, ..other.clone() }
    }
}

/// `first last`, or the one that there is.
pub(crate) fn full_name(first: Option<&str>, last: Option<&str>) -> Option<String> {
    let name = [first, last].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}
