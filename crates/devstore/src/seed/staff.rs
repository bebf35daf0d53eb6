use crate::store::State;
use crate::store::staff::StaffMember;

/// The owner of a seeded shop, and who sells in it.
const STAFF: [(&str, &str, &str); 3] = [
    ("Ingrid", "Fjell", "ingrid@example.com"),
    ("Ola", "Dahl", "ola@example.com"),
    ("Sunniva", "Lie", "sunniva@example.com"),
];

/// Gives the shop its staff, the owner first.
pub(super) fn staff(state: &mut State) {
    for (place, (first_name, last_name, email)) in STAFF.into_iter().enumerate() {
        let id = state.ids.next();
        state.staff.push(StaffMember {
            id,
            first_name: Some(first_name.to_owned()),
            last_name: Some(last_name.to_owned()),
            email: email.to_owned(),
            is_shop_owner: place == 0,
            exists: true,
        });
    }
}
