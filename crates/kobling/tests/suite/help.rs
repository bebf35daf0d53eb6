use crate::process::run;

/// Every command and group of commands.
const COMMANDS: [&[&str]; 40] = [
    &[],
    &["init"],
    &["serve"],
    &["work"],
    &["demo"],
    &["devstore"],
    &["shop"],
    &["shop", "add"],
    &["shop", "list"],
    &["shop", "connect"],
    &["shop", "test"],
    &["shop", "enable"],
    &["shop", "bind"],
    &["shop", "set"],
    &["task"],
    &["task", "list"],
    &["task", "run"],
    &["job-queue"],
    &["job-queue", "list"],
    &["job-queue", "show"],
    &["job-queue", "add"],
    &["job-queue", "ready"],
    &["job-queue", "log"],
    &["user"],
    &["user", "add"],
    &["user", "list"],
    &["user", "password"],
    &["token"],
    &["token", "create"],
    &["token", "list"],
    &["token", "revoke"],
    &["db"],
    &["db", "migrate"],
    &["db", "check"],
    &["db", "backup"],
    &["db", "restore"],
    &["key"],
    &["key", "new"],
    &["key", "rotate"],
    &["doctor"],
];

#[test]
fn every_command_says_what_it_does() {
    let home = tempfile::tempdir().unwrap();
    let mut all = String::new();
    for command in COMMANDS {
        let help = run(home.path(), &[command, &["--help"]].concat());
        assert_eq!(help.code, 0, "{help:?}");
        all.push_str(&format!("$ kobling {}\n{}\n", [command, &["--help"]].concat().join(" "), help.stdout));
    }
    insta::assert_snapshot!(all);
}
