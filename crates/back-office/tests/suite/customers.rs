use back_office::customers::{self, Contacts, NewCustomer, template};
use back_office::{Error, Result};
use database::Engine;
use database::testing::start;
use rstest::rstest;

use crate::world::{World, code};

async fn create(world: &World, new: &[NewCustomer]) -> Result<Vec<customers::Model>> {
    let random = &world.random;
    let create = |tx| async move {
        let template = template::find(&tx, &code("DOMESTIC")).await?;
        customers::create_many(&tx, new, &template, start(), random).await
    };
    world.test.db.write(create).await
}

#[rstest]
#[tokio::test]
async fn customers_are_made_from_a_template_and_numbered(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let named = |name: &str| NewCustomer { name: name.into(), ..Default::default() };
    let own = NewCustomer { number: Some(code("vip-1")), ..named("Ola") };
    let made = create(&world, &[named("Per"), own.clone(), named("Pål")]).await.unwrap();
    let numbers: Vec<&str> = made.iter().map(|customer| customer.number.as_str()).collect();
    assert_eq!(numbers, ["C00002", "VIP-1", "C00003"]);
    assert!(made.iter().all(|customer| customer.vat_business_posting_group == "DOMESTIC"));
    assert!(matches!(create(&world, &[own]).await, Err(Error::Exists { kind: "customer", .. })));
}

async fn is_known(world: &World, email: &str, phone: &str) -> bool {
    let read = |r| async move { Contacts::read(&r, std::iter::once((email, phone))).await };
    world.test.db.read(read).await.unwrap().find(email, phone).is_some()
}

#[rstest]
#[case("kari@example.no", true)]
#[case(" KARI@EXAMPLE.NO", true)]
#[case("ari@example.no", false)]
#[case("", false)]
#[tokio::test]
async fn a_customer_is_known_by_the_email_address_whatever_its_case(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] email: &str,
    #[case] known: bool,
) {
    let world = World::new(engine).await;
    assert_eq!(is_known(&world, email, "").await, known);
}

#[rstest]
#[case("004799887766", true)]
#[case("+47 (99) 88-77-66", true)]
#[case("99 88 77 66", true)]
#[case("99887767", false)]
#[case("n/a", false)]
#[tokio::test]
async fn a_customer_is_known_by_the_digits_of_the_phone_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] phone: &str,
    #[case] known: bool,
) {
    let world = World::new(engine).await;
    assert_eq!(is_known(&world, "", phone).await, known);
}
