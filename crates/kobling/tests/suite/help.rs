use std::path::Path;

use crate::process::run;

#[test]
fn every_command_says_what_it_does() {
    let home = tempfile::tempdir().unwrap();
    let mut all = String::new();
    let commands = say(home.path(), &[], &mut all);
    assert!(commands > 40, "only {commands} commands were found");
    insta::assert_snapshot!(all);
}

/// Writes down the help of a command and of those below it; gives their number.
fn say(home: &Path, command: &[&str], all: &mut String) -> usize {
    let arguments = [command, &["--help"]].concat();
    let help = run(home, &arguments);
    assert_eq!(help.code, 0, "{help:?}");
    all.push_str(&format!("$ kobling {}\n{}\n", arguments.join(" "), help.stdout));
    below(&help.stdout).map(|name| say(home, &[command, &[name]].concat(), all)).sum::<usize>() + 1
}

/// The commands that a help lists, but for `help` itself.
fn below(help: &str) -> impl Iterator<Item = &str> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // What stands further in goes on with the line before.
    let names = listed.filter_map(|line| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help")
}

/// A command with commands below it is named by these.
#[test]
fn the_reference_names_every_command() {
    let reference = include_str!("../../../../docs/reference/command-line.md");
    let helps = include_str!("snapshots/suite__help__every_command_says_what_it_does.snap").split("$ kobling ");
    for (command, help) in helps.filter_map(|help| help.split_once(" --help\n")) {
        let is_named = [' ', '`'].iter().any(|end| reference.contains(&format!("`{command}{end}")));
        let is_only_a_group = help.contains("\nCommands:\n");
        assert!(is_named || is_only_a_group, "docs/reference/command-line.md does not name {command}");
    }
}
