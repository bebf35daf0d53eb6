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
