use shopify::documents::companies::{Company, MainContact};

use super::{location, or_blank, people};
use crate::companies::staged::{Whole, company};
use crate::orders::import::{cut, number};
use crate::orders::mapping::Ground;

/// The longest name of a company.
const NAME: usize = 500;

/// What is staged of a company once Shopify has said this of it. Which customer it is stays, and so does what people have
/// said of its locations. The oldest of these is the default one.
pub(crate) fn tell(ground: &Ground, before: Option<&Whole>, told: &Company, main: &MainContact) -> Whole {
    let id = || ground.random.id(ground.now);
    let store = ground.shop.domain.as_str();
    let shopify_company_id = number(&told.id);
    let row = before.map(|before| before.company.clone());
    let row = row.unwrap_or_else(|| company::Model::named(id(), store, shopify_company_id, ""));

    let mut oldest: Vec<_> = told.locations.nodes.iter().collect();
    oldest.sort_by_key(|location| (location.created_at, number(&location.id)));
    let default_id = oldest.first().map_or(0, |location| number(&location.id));
    let known_locations = before.map(|before| &*before.locations).unwrap_or_default();
    let locations = oldest.into_iter().map(|said| {
        let of = (store, shopify_company_id, default_id);
        location::tell(known_locations, said, of, id)
    });
    let known_contacts = before.map(|before| &*before.contacts).unwrap_or_default();
    let contacts =
        told.contacts.nodes.iter().map(|said| people::tell(known_contacts, said, (store, shopify_company_id), id));
    let whole = Whole {
        company: company::Model {
            name: cut(&told.name, NAME),
            external_id: cut(or_blank(told.external_id.as_ref()), NAME),
            note: cut(or_blank(told.note.as_ref()), usize::MAX),
            main_contact_id: number(&main.id),
            main_contact_customer_id: number(&main.customer.id),
            main_contact_first_name: cut(or_blank(main.customer.first_name.as_ref()), 100),
            main_contact_last_name: cut(or_blank(main.customer.last_name.as_ref()), 100),
            main_contact_email: people::email(&main.customer),
            main_contact_phone_number: people::phone(&main.customer),
            default_location_id: default_id,
            created_at: Some(told.created_at),
            deleted_in_shopify: false,
            has_error: false,
            error_message: String::new(),
            ..row
        },
        locations: locations.collect(),
        contacts: contacts.collect(),
    };
    with_change(before, whole, told)
}

/// The company with the time of its change; where nothing else is new, as it was, but for that time.
fn with_change(before: Option<&Whole>, mut now: Whole, told: &Company) -> Whole {
    let is_new = before.is_none_or(|before| !before.says_the_same(&now));
    now.company.customer_due |= is_new;
    now.company.updated_at = Some(told.updated_at);
    now
}
