use access::{Action, Area, Permission, Principal, Via};
use rstest::rstest;

#[rstest]
#[case(Permission::Administrator, Area::Users, Action::Change, true)]
#[case(Permission::User, Area::BackOffice, Action::Change, true)]
#[case(Permission::User, Area::Synchronization, Action::Run, true)]
#[case(Permission::User, Area::Shops, Action::Read, true)]
#[case(Permission::User, Area::Shops, Action::Change, false)]
#[case(Permission::User, Area::Setup, Action::Change, false)]
#[case(Permission::User, Area::Users, Action::Read, false)]
#[case(Permission::ShopAdministrator, Area::Shops, Action::Change, true)]
#[case(Permission::ShopAdministrator, Area::JobQueue, Action::Change, true)]
#[case(Permission::ShopAdministrator, Area::Setup, Action::Change, false)]
#[case(Permission::ShopAdministrator, Area::Users, Action::Read, false)]
#[case(Permission::Operator, Area::Synchronization, Action::Run, true)]
#[case(Permission::Operator, Area::Synchronization, Action::Change, true)]
#[case(Permission::Operator, Area::BackOffice, Action::Change, false)]
#[case(Permission::Operator, Area::JobQueue, Action::Run, false)]
#[case(Permission::Viewer, Area::JobQueue, Action::Read, true)]
#[case(Permission::Viewer, Area::JobQueue, Action::Run, false)]
#[case(Permission::Viewer, Area::Users, Action::Read, false)]
fn a_permission_set_allows_what_it_says(
    #[case] permission: Permission,
    #[case] area: Area,
    #[case] action: Action,
    #[case] allowed: bool,
) {
    assert_eq!(permission.can(area, action), allowed);
}

#[test]
fn each_permission_set_allows_all_that_a_lesser_one_does() {
    for pair in Permission::ALL.windows(2) {
        let (more, less): (Vec<_>, Vec<_>) = (pair[0].allowed().collect(), pair[1].allowed().collect());
        assert!(less.len() < more.len() && less.iter().all(|one| more.contains(one)), "{pair:?}");
        assert_eq!((pair[0].at_most(pair[1]), pair[1].at_most(pair[0])), (pair[1], pair[1]));
    }
}

#[test]
fn a_refusal_says_who_may_not_do_what() {
    let viewer = Principal {
        user_id: uuid::Uuid::nil(),
        user_name: "OLA".into(),
        permission: Permission::Viewer,
        via: Via::Password,
    };
    assert!(viewer.require(Area::Shops, Action::Read).is_ok());
    assert_eq!(
        viewer.require(Area::Shops, Action::Change).unwrap_err().to_string(),
        "the user OLA has the permission set Viewer, which may not change the shops: ask an administrator"
    );
}
