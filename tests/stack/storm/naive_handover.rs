//! A hand-over to billing as one writes it without thinking of the weather: it
//! marks the change as handed over and then sends it, under a new id each time.
//!
//! Deployed by a test in place of the real one, to see that what it loses and
//! doubles is noticed. It is no part of the portal.

use portal_changes::{By, Change, State, change::DUE_HANDOVER};
use portal_contracts::command::{ChangeApproved, Command, CommandBody};
use portal_lambda::{Clock, Outbox, Queue, env, init, outbox::Item, run_events};
use uuid::Uuid;

struct Naive {
    tables: aws_sdk_dynamodb::Client,
    table: String,
    outbox: Outbox,
    billing: Queue<Command>,
    clock: Clock,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let table = env::required("CHANGES_TABLE")?;
    let queue = env::required("BILLING_COMMANDS_QUEUE_URL")?;
    let naive = Naive {
        outbox: Outbox::new(tables.clone(), table.clone()),
        billing: Queue::new(aws_sdk_sqs::Client::new(&aws), queue),
        clock: Clock::default(),
        tables,
        table,
    };
    run_events(async || {
        naive.outbox.drain(DUE_HANDOVER, async |item| naive.hand_over(item).await).await?;
        Ok(())
    })
    .await
}

impl Naive {
    async fn hand_over(&self, item: Item) -> anyhow::Result<()> {
        let change = Change::from_item(item)?;
        let now = self.clock.now();
        let after = change.clone().stepped(State::HandedOver, now, By::Rule, None);
        let put = self.tables.put_item().table_name(&self.table);
        put.set_item(Some(after.to_item()?)).send().await?;
        let command = command(&change, now)?;
        self.billing.send_in_order(change.customer.as_str(), &command.id, &command).await
    }
}

fn command(change: &Change, now: jiff::Timestamp) -> anyhow::Result<Command> {
    let approved = change.approved();
    let (approved_at, approved_by) =
        approved.ok_or_else(|| anyhow::anyhow!("handing over without approval"))?;
    Ok(Command {
        id: Uuid::now_v7().simple().to_string(),
        version: 1,
        customer: change.customer.clone(),
        created_at: now,
        body: CommandBody::ChangeApproved(ChangeApproved {
            change: change.id.clone(),
            what: change.body.clone(),
            proposed_at: change.proposed_at,
            approved_at,
            approved_by,
            findings: change.findings.clone(),
        }),
    })
}
