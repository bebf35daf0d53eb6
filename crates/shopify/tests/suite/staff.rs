//! Who works for a store.

use devstore::{NewPlan, NewStaffMember};
use serde_json::json;
use shopify::Error;
use shopify::documents::orders::{Reach, page};
use shopify::documents::staff::staff_members;

use crate::devstore::World;
use crate::fake;

#[tokio::test]
async fn the_staff_comes_whole_however_many_there_are() {
    let world = World::new(0);
    for number in 1..=250 {
        let new = NewStaffMember { email: format!("{number}@example.com"), ..NewStaffMember::default() };
        world.devstore.handle().add_staff_member(&new).unwrap();
    }
    let staff = world.drive(staff_members(&world.client)).await.unwrap();
    assert_eq!((staff.len(), world.meter.calls(), world.meter.points()), (253, 2, 26));
    let told: Vec<_> = staff[..2].iter().map(|one| (one.name.as_str(), one.is_shop_owner, one.exists)).collect();
    assert_eq!(told, [("Ingrid Fjell", true, true), ("Ola Dahl", false, true)]);
    let owner = &staff[0];
    assert_eq!((owner.first_name.as_deref(), owner.last_name.as_deref()), (Some("Ingrid"), Some("Fjell")));
    assert_eq!(owner.email, "ingrid@example.com");
}

#[tokio::test]
async fn a_plan_that_does_not_tell_the_staff_is_named() {
    let world = World::new(1);
    world.devstore.handle().set_plan(&NewPlan { store: None, plan: "Basic".into() }).unwrap();
    let denied = world.drive(staff_members(&world.client)).await.unwrap_err();
    assert!(matches!(denied, Error::AccessDenied { .. }), "{denied}");
    let denied = world.drive(page(&world.client, Reach::ALL, "", None)).await.unwrap_err();
    assert!(denied.to_string().contains("installed on a Shopify Plus or Advanced store"), "{denied}");
    let without_staff = Reach { staff: false, ..Reach::ALL };
    let page = world.drive(page(&world.client, without_staff, "", None)).await.unwrap();
    assert_eq!(page.orders.len(), 1);
}

#[tokio::test]
async fn no_list_is_no_list_of_nobody() {
    let world = fake::World::new([fake::json(&json!({ "data": { "staffMembers": null } }))]);
    let error = staff_members(&world.client).await.unwrap_err();
    assert!(matches!(error, Error::Malformed { .. }), "{error}");
}
