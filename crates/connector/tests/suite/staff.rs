//! The staff of a store, and the salespeople that orders have because of it.

use back_office::salespeople;
use connector::orders::IMPORT_AGAIN;
use connector::shops::lists::Refreshed;
use connector::staff_members::{self, Entity, Model};
use connector::{Error, checklist, shops};
use database::Engine;
use devstore::{NewPlan, NewStaffMember, StaffChange};
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;

use crate::paid_back::{parts, pieces};
use crate::places::number;
use crate::refunding;
use crate::store::{self, graphql, line, make_special, order};
use crate::world::{SHOP, World, kari};

impl World {
    /// Someone works for the store. Gives the global id.
    fn take_on(&self, first_name: &str) -> String {
        let new = NewStaffMember {
            first_name: Some(first_name.into()),
            last_name: Some("Dahl".into()),
            email: format!("{first_name}@example.com"),
            ..NewStaffMember::default()
        };
        self.store.handle().add_staff_member(&new).unwrap()
    }

    async fn read_staff(&self) -> Result<Refreshed, Error> {
        staff_members::refresh(&self.connector, &kari(), SHOP).await
    }

    /// The staff, by name.
    async fn staff(&self) -> Vec<Model> {
        let mut staff = self.all::<Entity>().await;
        staff.sort_by(|one, other| one.name.cmp(&other.name));
        staff
    }

    async fn add_salespeople(&self, codes: &[&str]) {
        for &code in codes {
            self.keep::<salespeople::Entity>(&[("code", code)]).await.unwrap();
        }
    }

    async fn map_staff(&self, first_name: &str, code: &str) -> back_office::Result<Model> {
        self.mend::<Entity>(|row| row.first_name == first_name, &[("salespersonCode", code)]).await
    }

    /// The store has another plan from now on, and the shop card knows it.
    async fn has_plan(&self, plan: &str) {
        self.changes_plan(plan);
        shops::test(&self.connector, SHOP).await.unwrap();
    }

    fn changes_plan(&self, plan: &str) {
        self.store.handle().set_plan(&NewPlan { store: None, plan: plan.into() }).unwrap();
    }

    /// An order that a staff member has made. Gives its global id.
    async fn sold_by(&self, member: &str) -> String {
        let id = store::place(&self.store, order(vec![line("1000", 1, "100.00")])).await;
        make_special(&self.store, &id, json!({ "staffMember": member })).await;
        id
    }
}

/// A world whose store has Ola and Liv, who are the salespeople OLA and LIV, and gives Ola's global id, too.
async fn staffed(engine: Engine) -> (World, String) {
    let world = World::new(engine).await;
    let ola = staff(&world).await;
    (world, ola)
}

/// Gives the store of a world such staff. Gives Ola's global id.
async fn staff(world: &World) -> String {
    world.add_salespeople(&["OLA", "LIV", "PER"]).await;
    let ola = world.take_on("Ola");
    world.take_on("Liv");
    world.read_staff().await.unwrap();
    world.map_staff("Ola", "OLA").await.unwrap();
    world.map_staff("Liv", "LIV").await.unwrap();
    ola
}

#[rstest]
#[tokio::test]
async fn staff_is_read_and_who_stays_keeps_the_salesperson(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.add_salespeople(&["OLA", "LIV"]).await;
    let (ola, liv) = (world.take_on("Ola"), world.take_on("Liv"));
    world.forget_calls();
    assert_eq!(world.read_staff().await.unwrap(), Refreshed { found: 2, new: 2, changed: 0 });
    assert_eq!(world.calls().0, 1);
    let staff = world.staff().await;
    let told: Vec<_> = staff.iter().map(|row| (row.name.as_str(), row.shopify_staff_member_id, row.exists)).collect();
    assert_eq!(told, [("Liv Dahl", number(&liv), true), ("Ola Dahl", number(&ola), true)]);
    assert!(staff.iter().all(|row| row.shop_code == SHOP && row.salesperson_code.is_blank()));
    world.map_staff("Ola", "OLA").await.unwrap();
    world.map_staff("Liv", "LIV").await.unwrap();
    assert_eq!(world.read_staff().await.unwrap(), Refreshed { found: 2, new: 0, changed: 0 });

    let weds = StaffChange {
        staff_member: ola,
        last_name: Some("Berg".into()),
        exists: Some(false),
        ..StaffChange::default()
    };
    world.store.handle().change_staff_member(&weds).unwrap();
    let leaves = StaffChange { staff_member: liv, removed: true, ..StaffChange::default() };
    world.store.handle().change_staff_member(&leaves).unwrap();
    assert_eq!(world.read_staff().await.unwrap(), Refreshed { found: 1, new: 0, changed: 2 });
    let staff = world.staff().await;
    let [ola] = &staff[..] else { panic!("one is left: {staff:?}") };
    assert_eq!((ola.name.as_str(), ola.last_name.as_str(), ola.exists), ("Ola Berg", "Berg", false));
    assert_eq!(ola.salesperson_code, "OLA");
    let used = world.remove::<salespeople::Entity>(|row| row.code == "OLA").await.unwrap_err();
    assert!(used.to_string().contains("Shopify Staff Member"), "{used}");
    world.remove::<salespeople::Entity>(|row| row.code == "LIV").await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_salesperson_is_one_member_of_the_staff_and_may_be_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = staffed(engine).await;
    world.keep::<salespeople::Entity>(&[("code", "GONE"), ("blocked", "true")]).await.unwrap();
    world.keep::<salespeople::Entity>(&[("code", "SECRET"), ("privacyBlocked", "true")]).await.unwrap();
    for (code, why) in [
        ("OLA", "OLA is the salesperson of Ola Dahl already"),
        ("NOBODY", "NOBODY"),
        ("GONE", "the salesperson GONE is blocked"),
        ("SECRET", "the salesperson SECRET is blocked"),
    ] {
        let refused = world.map_staff("Liv", code).await.unwrap_err();
        assert!(matches!(refused, back_office::Error::Field { field: "salespersonCode", .. }), "{refused}");
        assert!(refused.to_string().contains(why), "{refused}");
    }
    let codes: Vec<_> = world.staff().await.iter().map(|row| row.salesperson_code.to_string()).collect();
    assert_eq!(codes, ["LIV", "OLA"]);
    world.map_staff("Ola", "").await.unwrap();
    world.map_staff("Liv", "OLA").await.unwrap();
    // Another card of the store says for itself who is who.
    world.add_shop("OTHER").await;
    staff_members::refresh(&world.connector, &kari(), "OTHER").await.unwrap();
    let of_other = |row: &Model| row.shop_code == "OTHER" && row.first_name == "Ola";
    world.mend::<Entity>(of_other, &[("salespersonCode", "OLA")]).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn staff_that_may_not_be_read_is_not_asked_for(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.has_plan("Basic").await;
    world.forget_calls();
    let refused = world.read_staff().await.unwrap_err();
    assert!(matches!(refused, Error::NotAdvanced(_)), "{refused}");
    assert!(refused.to_string().contains("takes Plus or Advanced"), "{refused}");
    assert_eq!(world.calls().0, 0);

    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    world.has_plan("Advanced").await;
    world.forget_calls();
    let refused = world.read_staff().await.unwrap_err();
    assert!(matches!(refused, Error::NoScope { scope: "read_users", .. }), "{refused}");
    assert_eq!(world.calls().0, 0);
}

#[rstest]
#[tokio::test]
async fn an_order_and_its_document_have_the_salesperson_of_who_made_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ola) = staffed(engine).await;
    world.sold_by(&ola).await;
    let new = world.take_on("Ny");
    world.sold_by(&new).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let staged = world.staged().await;
    let told: Vec<_> = staged.iter().map(|row| (row.staff_member_id, row.salesperson_code.as_str())).collect();
    assert_eq!(told, [(number(&ola), "OLA"), (number(&new), ""), (0, "")]);
    assert_eq!(world.create_sales_orders().await.created, 3);
    let documents = world.sales_orders().await;
    let codes: Vec<_> = documents.iter().map(|document| document.salesperson_code.as_str()).collect();
    assert_eq!(codes, ["OLA", "", ""]);
}

#[rstest]
#[tokio::test]
async fn an_order_keeps_the_salesperson_that_it_came_with(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, ola) = staffed(engine).await;
    let id = world.sold_by(&ola).await;
    world.sync_orders().await;
    world.map_staff("Ola", "PER").await.unwrap();
    world.advance(5);
    let document = "mutation($id: ID!) { orderUpdate(input: { id: $id, note: \"Ring\" }) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": id })).await;
    assert_eq!(data["orderUpdate"]["userErrors"], json!([]));
    world.advance(5);
    assert_eq!(world.sync_orders().await.updated, 1);
    let staged = &world.staged().await[0];
    assert_eq!((staged.work_description.as_str(), staged.salesperson_code.as_str()), ("Ring", "OLA"));
    world.sold_by(&ola).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.staged().await[1].salesperson_code, "PER", "what comes later has the salesperson of now");
}

#[rstest]
#[tokio::test]
async fn what_is_paid_back_is_credited_although_its_salesperson_is_named_no_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = refunding::world(engine).await;
    let ola = staff(&world).await;
    let id = refunding::place(&world, vec![line("1000", 3, "100.00")], "300.00", json!({})).await;
    make_special(&world.store, &id, json!({ "staffMember": ola })).await;
    world.sync_orders().await;
    let (lines, _) = parts(&world.store, &id).await;
    refunding::pay_back(&world, &id, vec![pieces(&lines[0], 1, "NO_RESTOCK")], "100.00").await;
    world.mend::<salespeople::Entity>(|row| row.code == "OLA", &[("privacyBlocked", "true")]).await.unwrap();
    refunding::pay_back(&world, &id, vec![pieces(&lines[0], 2, "NO_RESTOCK")], "200.00").await;
    let memos = refunding::documents(&world).await;
    let codes: Vec<_> = memos.iter().map(|memo| memo.salesperson_code.as_str()).collect();
    assert_eq!(codes, ["OLA", ""], "{:?}", world.skipped().await);
}

#[rstest]
#[tokio::test]
async fn an_order_with_its_document_keeps_its_salesperson_when_it_is_imported_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ola) = staffed(engine).await;
    world.sold_by(&ola).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    world.sold_by(&ola).await;
    world.advance(5);
    world.sync_orders().await;
    world.map_staff("Ola", "PER").await.unwrap();
    let all = Filters::new().with("ShopifyOrder.financialStatus", "<>''");
    assert_eq!(world.run_with(IMPORT_AGAIN, all).await.updated, 2);
    let codes: Vec<_> = world.staged().await.iter().map(|row| row.salesperson_code.to_string()).collect();
    assert_eq!(codes, ["OLA", "PER"]);
}

#[rstest]
#[tokio::test]
async fn after_a_change_to_a_smaller_plan_orders_come_without_their_staff(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ola) = staffed(engine).await;
    world.has_plan("Basic").await;
    world.sold_by(&ola).await;
    world.forget_calls();
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed, world.calls_of("OrdersPage")), (1, 0, 1));
    let staged = &world.staged().await[0];
    assert_eq!((staged.staff_member_id, staged.salesperson_code.as_str()), (0, ""));
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.staff().await.len(), 2, "what is known of the staff stays");
}

#[rstest]
#[tokio::test]
async fn a_store_that_refuses_its_staff_gives_its_orders_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, ola) = staffed(engine).await;
    world.sold_by(&ola).await;
    world.sync_orders().await;
    // Nobody has tested the connection since.
    world.changes_plan("Basic");
    world.sold_by(&ola).await;
    world.advance(5);
    world.forget_calls();
    assert_eq!(world.sync_orders().await.created, 1);
    assert_eq!(world.calls_of("OrdersByIds"), 2, "refused with the staff, answered without");
    let codes: Vec<_> = world.staged().await.iter().map(|row| row.salesperson_code.to_string()).collect();
    assert_eq!(codes, ["OLA", ""]);
}

#[rstest]
#[case::shown("Advanced", checklist::State::Attention)]
#[case::never_shown("Basic", checklist::State::Done)]
#[tokio::test]
async fn an_app_lacks_the_scope_for_staff_only_where_the_plan_shows_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] plan: &str,
    #[case] state: checklist::State,
) {
    let world = World::new(engine).await;
    let scopes = shops::CAPABILITIES.iter().flat_map(|capability| capability.scopes).copied();
    let scopes: Vec<&str> = scopes.filter(|scope| *scope != "read_users").collect();
    world.store.handle().grant_scopes(None, &scopes).unwrap();
    world.has_plan(plan).await;
    let checks = checklist::run(&world.connector, &world.queue, SHOP).await.unwrap();
    let scopes = checks.into_iter().find(|check| check.name == "scopes").unwrap();
    assert_eq!(scopes.state, state, "{}", scopes.sentence);
}
