use std::sync::{Arc, Mutex};

use access::{Access, NewUser, Permission, Principal, Vault};
use database::testing::{TestDb, start};
use database::{Engine, Migrations, Result as DbResult};
use job_queue::notification::{self, MailState, Postman, setup};
use job_queue::{NewEntry, Queue, Registry};
use outbound::{Mail, MailError, Mailer};
use rstest::rstest;
use runtime::{Clock, ManualClock, Random};
use sea_orm::{EntityTrait, QueryOrder};

use crate::world::{Puppet, worker};

fn migrations() -> Migrations {
    access::migrations().into_iter().chain(job_queue::migrations()).collect()
}

/// What the mail server is to answer, and what it took.
#[derive(Clone, Default)]
struct Post(Arc<Mutex<(Option<MailError>, Vec<Mail>)>>);

impl Post {
    fn mailer(&self) -> Mailer {
        let post = self.clone();
        Mailer::in_process(move |mail| {
            let mut post = post.0.lock().unwrap();
            if let Some(error) = &post.0 {
                return Err(error.clone());
            }
            post.1.push(mail.clone());
            Ok(())
        })
    }

    fn answers(&self, error: Option<MailError>) {
        self.0.lock().unwrap().0 = error;
    }

    fn took(&self) -> Vec<Mail> {
        self.0.lock().unwrap().1.clone()
    }
}

/// A company in which a job of KARI has failed, who has a mail address, and of OLA, who has none.
async fn failed(engine: Engine) -> (TestDb, ManualClock, Queue) {
    let (clock, manual) = Clock::manual(start());
    let test = TestDb::new(engine, clock.clone(), migrations).await;
    let access =
        Access::new(test.db.clone(), clock.clone(), Random::seeded(1), Vault::with_key([7; 32], Random::seeded(2)));
    let queue =
        Queue::new(test.db.clone(), Arc::new(Registry::new().with(Puppet::default())), clock, Random::seeded(7));
    let (access, queued) = (&access, &queue);
    let prepare = |tx| async move {
        let by = &Principal::system();
        for name in ["KARI", "OLA"] {
            let new = NewUser {
                user_name: name.into(),
                full_name: String::new(),
                permission: Permission::User,
                password: None,
            };
            let user = access.create_user(&tx, by, new).await?;
            if name == "KARI" {
                access.set_email(&tx, by, user.id, "kari@shop.example").await?;
            }
        }
        setup::write(&tx, setup::Model { mail_notification: true, ..setup::Model::initial() }).await.unwrap();
        for user in ["KARI", "OLA"] {
            let options = serde_json::json!({ "ending": "fail" });
            let description = "Sync Orders".to_owned();
            let new = NewEntry { options, description, user: user.into(), ..NewEntry::now(50_000) };
            queued.enqueue(&tx, &new).await.unwrap();
        }
        access::Result::<_>::Ok(())
    };
    test.db.write(prepare).await.unwrap();
    worker(queue.clone(), "w").work_until_idle().await.unwrap();
    (test, manual, queue)
}

async fn states(test: &TestDb) -> Vec<MailState> {
    let all = notification::Entity::find().order_by_asc(notification::Column::EntryNumber);
    let rows = test.db.read(|read| async move { DbResult::<_>::Ok(all.all(&read).await?) }).await.unwrap();
    rows.into_iter().map(|row| row.mail_state).collect()
}

#[rstest]
#[tokio::test]
async fn a_failure_is_mailed_once_to_whoever_has_an_address(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (test, _clock, queue) = failed(engine).await;
    let post = Post::default();
    let postman = Postman::new(queue, post.mailer(), "https://kobling.example/");
    assert_eq!((postman.send_waiting().await.unwrap(), postman.send_waiting().await.unwrap()), (1, 0));
    let mail = post.took().remove(0);
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("kari@shop.example", "Failed: Sync Orders"));
    assert!(mail.text.contains("the token is wrong") && mail.text.contains("https://kobling.example/job-queue/"));
    assert_eq!(states(&test).await, [MailState::Sent, MailState::NoAddress]);
}

#[rstest]
#[tokio::test]
async fn a_mail_server_that_is_away_is_tried_again_and_given_up_in_the_end(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (test, clock, queue) = failed(engine).await;
    let post = Post::default();
    let postman = Postman::new(queue, post.mailer(), "");
    post.answers(Some(MailError::NotNow("it is away".into())));
    assert_eq!(postman.send_waiting().await.unwrap(), 0);
    assert_eq!(states(&test).await[0], MailState::Waiting);
    post.answers(None);
    assert_eq!(postman.send_waiting().await.unwrap(), 0, "not before its time");
    clock.advance(std::time::Duration::from_secs(60));
    assert_eq!(postman.send_waiting().await.unwrap(), 1);

    let (test, clock, queue) = failed(engine).await;
    let postman = Postman::new(queue, post.mailer(), "");
    post.answers(Some(MailError::NotNow("it is away".into())));
    for _ in 0..6 {
        postman.send_waiting().await.unwrap();
        clock.advance(std::time::Duration::from_secs(3_600));
    }
    assert_eq!(states(&test).await[0], MailState::Failed);
}
