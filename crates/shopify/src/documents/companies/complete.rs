use super::company::Company;
use super::contact::MANY_ROLES;
use super::rest::rest;
use super::variables::CompaniesVariables;
use crate::{Client, Error};

/// Reads the locations and contacts that did not come with a company: 250 of each in a call. The contacts are all read
/// once more where one of them has more roles than came with it. None when the company is gone meanwhile: a part of it must
/// not be taken for the whole.
///
/// # Errors
/// Why there is no answer.
pub(super) async fn complete(client: &Client, terms: bool, mut company: Company) -> Result<Option<Company>, Error> {
    let after_location = company.locations.page_info.clone().next();
    let lacks_roles = |contact: &super::Contact| contact.role_assignments.page_info.clone().next().is_some();
    let lacks_contacts = company.contacts.page_info.clone().next().is_some();
    let more_contacts = lacks_contacts || company.contacts.nodes.iter().any(lacks_roles);
    let mut next = CompaniesVariables {
        ids: vec![company.id.clone()],
        roles: MANY_ROLES.cast_signed(),
        terms,
        more_locations: after_location.is_some(),
        after_location,
        more_contacts,
        ..CompaniesVariables::default()
    };
    if more_contacts {
        company.contacts.nodes.clear();
    }
    while next.more_locations || next.more_contacts {
        let Some(more) = rest(client, next.clone()).await? else { return Ok(None) };
        next.after_location = more.locations.and_then(|locations| {
            company.locations.nodes.extend(locations.nodes);
            locations.page_info.next()
        });
        next.after_contact = more.contacts.and_then(|contacts| {
            company.contacts.nodes.extend(contacts.nodes);
            contacts.page_info.next()
        });
        next.more_locations = next.after_location.is_some();
        next.more_contacts = next.after_contact.is_some();
    }
    Ok(Some(company))
}
