use values::Code;

/// One variant of an item at one location. A blank variant is the item without one, a blank location is no location.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The item.
    pub item_number: Code<20>,
    /// Which variant of it.
    pub variant_code: Code<10>,
    /// The location.
    pub location_code: Code<10>,
}

impl Place {
    /// The place of those codes.
    pub fn new(item_number: &Code<20>, variant_code: &Code<10>, location_code: &Code<10>) -> Self {
        Self {
            item_number: item_number.clone(),
            variant_code: variant_code.clone(),
            location_code: location_code.clone(),
        }
    }
}
