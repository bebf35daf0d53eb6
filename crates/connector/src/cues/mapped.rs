use std::collections::HashMap;

use crate::shops::Model;
use crate::shops::options::{CompanyMapping, CustomerMapping};

/// The customers that are none in the back office, of the stores in which that is something to mend: where every card
/// always takes its default customer, nobody is to be mapped.
pub(super) fn unmapped_customers(shops: &[Model]) -> String {
    unmapped(shops, |shop| shop.customer_mapping_type == CustomerMapping::DefaultCustomer)
}

/// The companies that are no customers, of the stores in which that is something to mend; of one that is gone there nobody is
/// to say anything.
pub(super) fn unmapped_companies(shops: &[Model]) -> String {
    let unmapped = unmapped(shops, |shop| shop.company_mapping_type == CompanyMapping::DefaultCompany);
    format!("{unmapped} and deletedInShopify eq false")
}

/// The filter of what has no customer, without the stores all cards of which map `by_default`.
fn unmapped(shops: &[Model], by_default: impl Fn(&Model) -> bool) -> String {
    let mut stores: HashMap<&str, bool> = HashMap::new();
    for shop in shops {
        let all = stores.entry(shop.domain.as_str()).or_insert(true);
        *all = *all && by_default(shop);
    }
    let mut left_out: Vec<&str> = stores.into_iter().filter(|(_, all)| *all).map(|(store, _)| store).collect();
    left_out.sort_unstable();
    left_out.iter().fold("customerNumber eq ''".to_owned(), |filter, store| {
        format!("{filter} and store ne '{}'", store.replace('\'', "''"))
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use values::Code;

    use super::*;

    /// A card of a store that always takes the default company and the default customer, or does so for neither.
    fn card(code: &str, store: &str, by_default: bool) -> Model {
        let mut card = Model::new(Uuid::nil(), Code::cut(code), store.to_owned(), String::new());
        if by_default {
            card.company_mapping_type = CompanyMapping::DefaultCompany;
            card.customer_mapping_type = CustomerMapping::DefaultCustomer;
        }
        card
    }

    #[test]
    fn stores_all_cards_of_which_take_the_default_have_nobody_to_map() {
        let shops = [
            card("WEB", "north", true),
            card("TILL", "north", true),
            card("SOUTH", "south", true),
            card("POS", "south", false),
            card("WEST", "o'west", true),
        ];
        let left_out = "customerNumber eq '' and store ne 'north' and store ne 'o''west'";
        assert_eq!(unmapped_customers(&shops), left_out);
        assert_eq!(unmapped_companies(&shops), format!("{left_out} and deletedInShopify eq false"));
    }

    #[test]
    fn what_is_done_with_customers_says_nothing_of_companies() {
        let mut shop = card("WEB", "north", true);
        shop.customer_mapping_type = CustomerMapping::ByEmailPhone;
        assert_eq!(unmapped_customers(std::slice::from_ref(&shop)), "customerNumber eq ''");
        assert!(unmapped_companies(&[shop]).contains("store ne 'north'"));
    }
}
