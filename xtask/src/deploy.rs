//! `cargo xtask deploy`: the four stacks on AWS, then the pages. A thin wrapper
//! of `sam deploy`, so that every step can be done by hand as well
//! (docs/deploy.md shows them).

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use serde_json::Value;
use tokio::process::Command;

use crate::{
    build::{self, Compiler},
    needs, place,
    stack::Edge,
    step::{loudly, step},
    tools::Tools,
    web,
};

/// CloudFront takes certificates and web ACLs from here only.
const GLOBAL_REGION: &str = "us-east-1";
/// What stands for the origin until CloudFront has given a name.
const NO_ORIGIN_YET: &str = "https://portal.invalid";

const ABOUT: &str = "\
Builds the functions and the pages, then deploys the stacks <portal>-data,
<portal>-app and <portal>-edge with `sam deploy`, uploads the pages and
renews CloudFront's copy. The same command is the first deployment and every
update. An option that is left out keeps the value of the last time.

Credentials: as for the AWS CLI (AWS_PROFILE, AWS_ACCESS_KEY_ID and so on).
The utility's name, look and rules come from config/utility.json.

First deployment:
  cargo xtask deploy --mail-domain utility.example --alarm-email ops@utility.example
Update:
  git pull && cargo xtask deploy
With an own domain:
  cargo xtask deploy --domain portal.utility.example

docs/deploy.md has the whole story.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Data,
    App,
    Edge,
    Web,
}

/// Deploy the portal to AWS, or update it
#[derive(Args, Debug)]
#[command(after_long_help = ABOUT, after_help = ABOUT)]
pub struct Deploy {
    /// Name of this portal, the prefix of its stacks; one account may have several
    #[arg(long, default_value = place::PORTAL)]
    portal: String,
    /// Region of data and functions
    #[arg(long, default_value = place::REGION)]
    region: String,
    /// Profile of the AWS configuration
    #[arg(long)]
    profile: Option<String>,
    /// Only these parts
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// Show each change set and ask before it is executed
    #[arg(long)]
    confirm: bool,
    /// Own domain of the portal; makes a certificate in us-east-1
    #[arg(long)]
    domain: Option<String>,
    /// Limit of requests from one address in five minutes; makes a web ACL in us-east-1
    #[arg(long, value_parser = clap::value_parser!(u32).range(10..))]
    rate_limit: Option<u32>,
    /// Domain that mails come from, to be set up in SES
    #[arg(long)]
    mail_domain: Option<String>,
    /// Identity in SES that exists already (instead of --mail-domain)
    #[arg(long, conflicts_with = "mail_domain")]
    mail_identity: Option<String>,
    /// Who hears of alarms
    #[arg(long)]
    alarm_email: Option<String>,
    /// Role or user of the billing system in another account; may be given more than once
    #[arg(long, value_name = "ARN")]
    billing_principal: Vec<String>,
    /// Today's date, say, after a secret got a new value: it is read again
    #[arg(long, value_name = "TEXT")]
    secrets_renewed: Option<String>,
    /// Days that logs are kept
    #[arg(long)]
    log_retention_days: Option<u32>,
    /// Batches of billing's updates that are taken in at once, 2 to 1000
    #[arg(long, value_parser = clap::value_parser!(u16).range(2..=1000))]
    intake_concurrency: Option<u16>,
    /// Processor of the functions
    #[arg(long, default_value = "arm64", value_parser = ["arm64", "x86_64"])]
    architecture: String,
    /// What compiles the functions; cargo is for a Linux of the same processor
    /// and with a C library no newer than Amazon Linux's
    #[arg(long, value_enum, default_value = "zig")]
    compiler: Compiler,
    /// Kind of API in front of the functions; rest has no CloudFront and no pages,
    /// and wants the --domain of your own gateway
    #[arg(long, value_enum, default_value = "http")]
    edge: Edge,
}

pub async fn run(deploy: Deploy) -> Result<()> {
    if deploy.edge == Edge::Rest && deploy.domain.is_none() {
        bail!("--edge rest needs --domain: the name under which your gateway serves the portal");
    }
    needs::check()?;
    step("tools", Tools::Aws.install()).await?;
    step("credentials", deploy.caller()).await?;
    if deploy.wants(Part::App) {
        let packages = place::root().join("target/functions");
        let arm = deploy.architecture == "arm64";
        let target = build::Target { release: true, arm, compiler: deploy.compiler };
        step("building the functions", build::for_lambda(&packages, target)).await?;
    }
    if deploy.wants(Part::Web) {
        step("the web client's packages", web::install()).await?;
        step("building the web client", web::build()).await?;
    }
    if deploy.wants(Part::Data) {
        deploy.data().await?;
    }
    let origin = deploy.origin().await?;
    if deploy.wants(Part::App) {
        deploy.app(origin.as_deref().unwrap_or(NO_ORIGIN_YET)).await?;
    }
    if deploy.wants(Part::Edge) {
        deploy.edge().await?;
        let now = deploy.origin().await?;
        if let Some(now) = now.filter(|now| origin.as_ref() != Some(now)) {
            if deploy.wants(Part::App) {
                println!("\n  the portal's address is {now}: telling the functions");
                deploy.app(&now).await?;
            } else {
                println!("\n  the portal's address is {now}: deploy the app, for it to know");
            }
        }
    }
    if deploy.wants(Part::Web) {
        deploy.pages().await?;
    }
    if let Some(origin) = deploy.origin().await? {
        println!("\n  portal: {origin}");
        println!("  first administrator: cargo xtask admin invite --email <address>");
    }
    deploy.say_dns().await
}

impl Deploy {
    fn wants(&self, part: Part) -> bool {
        let has_pages = self.edge == Edge::Http;
        (self.only.is_empty() || self.only.contains(&part)) && (part != Part::Web || has_pages)
    }

    fn stack(&self, part: &str) -> String {
        format!("{}-{part}", self.portal)
    }

    /// Who deploys, before minutes are spent on compiling for nobody.
    async fn caller(&self) -> Result<String> {
        let mut aws = self.command("aws");
        aws.args(["sts", "get-caller-identity", "--region", &self.region]);
        let answer = aws.args(["--query", "Arn", "--output", "text"]).output().await?;
        if !answer.status.success() {
            let why = String::from_utf8_lossy(&answer.stderr);
            bail!("AWS doesn't know who deploys: {}", why.trim());
        }
        Ok(String::from_utf8_lossy(&answer.stdout).trim().to_owned())
    }

    async fn data(&self) -> Result<()> {
        let mut given = vec![("Portal", self.portal.clone())];
        given.extend(self.mail_domain.clone().map(|domain| ("MailDomain", domain)));
        if !self.billing_principal.is_empty() {
            given.push(("BillingPrincipals", self.billing_principal.join(",")));
        }
        self.sam("data", &self.region, &given).await
    }

    async fn app(&self, origin: &str) -> Result<()> {
        let mut given = vec![
            ("Portal", self.portal.clone()),
            ("PublicOrigin", origin.to_owned()),
            ("Architecture", self.architecture.clone()),
        ];
        let identity = self.mail_identity.clone().or_else(|| self.mail_domain.clone());
        given.extend(identity.map(|identity| ("MailIdentity", identity)));
        given.extend(self.secrets_renewed.clone().map(|text| ("SecretsRenewed", text)));
        given.extend(self.alarm_email.clone().map(|address| ("AlarmEmail", address)));
        given.extend(self.log_retention_days.map(|days| ("LogRetentionDays", days.to_string())));
        given.extend(self.intake_concurrency.map(|most| ("IntakeConcurrency", most.to_string())));
        self.sam("app", &self.region, &given).await
    }

    async fn edge(&self) -> Result<()> {
        let mut given = vec![("Portal", self.portal.clone())];
        if self.edge == Edge::Rest {
            return self.sam("edge-rest", &self.region, &given).await;
        }
        if self.domain.is_some() || self.rate_limit.is_some() {
            self.global(&mut given).await?;
        }
        given.extend(self.secrets_renewed.clone().map(|text| ("SecretsRenewed", text)));
        given.extend(self.log_retention_days.map(|days| ("LogRetentionDays", days.to_string())));
        self.sam("edge", &self.region, &given).await
    }

    /// Certificate and web ACL; their ARNs go to the edge.
    async fn global(&self, edge: &mut Vec<(&'static str, String)>) -> Result<()> {
        let mut given = vec![("Portal", self.portal.clone())];
        given.extend(self.domain.clone().map(|domain| ("Domain", domain)));
        let limit = self.rate_limit.map(|limit| ("RequestsPerFiveMinutes", limit.to_string()));
        given.extend(limit);
        println!(
            "\n  a new certificate waits for a record in your DNS; to see it meanwhile:\n  \
             aws acm list-certificates --region {GLOBAL_REGION} (then describe-certificate)"
        );
        self.sam("global", GLOBAL_REGION, &given).await?;
        edge.extend(self.domain.clone().map(|domain| ("Domain", domain)));
        for name in ["CertificateArn", "WebAclArn"] {
            if let Some(arn) = self.output("global", GLOBAL_REGION, name).await? {
                edge.push((name, arn));
            }
        }
        Ok(())
    }

    async fn sam(&self, part: &str, region: &str, given: &[(&str, String)]) -> Result<()> {
        println!("\n  sam deploy: {} in {region}", self.stack(part));
        let mut sam = self.command("sam");
        sam.arg("deploy").arg("--template-file");
        sam.arg(place::root().join(format!("infra/{part}.yaml")));
        sam.args(["--stack-name", &self.stack(part), "--region", region]);
        sam.args(["--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]);
        sam.args(["--resolve-s3", "--no-progressbar", "--no-fail-on-empty-changeset"]);
        sam.arg(if self.confirm { "--confirm-changeset" } else { "--no-confirm-changeset" });
        sam.args(["--tags", &format!("portal={}", self.portal), "--parameter-overrides"]);
        for (name, value) in given {
            sam.arg(format!("ParameterKey={name},ParameterValue={}", quoted(value)));
        }
        loudly(&mut sam).await
    }

    /// The address that people type, once it is known.
    async fn origin(&self) -> Result<Option<String>> {
        if let Some(domain) = &self.domain {
            return Ok(Some(format!("https://{domain}")));
        }
        self.output("edge", &self.region, "PublicOrigin").await
    }

    /// Files with a hash in their name stay for pages that are open; the others
    /// are asked for anew each time.
    async fn pages(&self) -> Result<()> {
        let output = async |name| self.output("edge", &self.region, name).await;
        let bucket = output("WebBucket").await?.context("the edge stack has no web bucket")?;
        let distribution = output("DistributionId").await?.context("no distribution")?;
        let dist = web::folder().join("dist");
        fs::write(dist.join("config.json"), serde_json::to_vec(&web::public_config()?)?)?;

        let target = format!("s3://{bucket}");
        let forever = "public,max-age=31536000,immutable";
        println!("\n  uploading the pages to {target}");
        self.sync(&dist.join("assets"), &format!("{target}/assets"), forever).await?;
        self.sync(&dist, &target, "no-cache").await?;
        let mut aws = self.command("aws");
        aws.args(["cloudfront", "create-invalidation", "--distribution-id", &distribution]);
        aws.args(["--paths", "/*", "--query", "Invalidation.Status", "--output", "text"]);
        loudly(&mut aws).await
    }

    async fn sync(&self, from: &Path, to: &str, cache: &str) -> Result<()> {
        let mut aws = self.command("aws");
        aws.args(["s3", "cp", "--recursive", "--only-show-errors", "--region", &self.region]);
        aws.args(["--cache-control", cache]);
        if cache == "no-cache" {
            aws.args(["--exclude", "assets/*", "--exclude", ".vite/*"]);
        }
        loudly(aws.arg(from).arg(to)).await
    }

    /// What has to stand in the DNS.
    async fn say_dns(&self) -> Result<()> {
        for name in ["MailDkim1", "MailDkim2", "MailDkim3"] {
            if let Some(record) = self.output("data", &self.region, name).await? {
                println!("  DNS of the mail domain: {record}");
            }
        }
        let target = self.output("edge", &self.region, "DistributionDomain").await?;
        if let (Some(domain), Some(target)) = (&self.domain, target) {
            println!("  DNS of the portal: {domain} CNAME {target}");
        }
        Ok(())
    }

    async fn output(&self, part: &str, region: &str, name: &str) -> Result<Option<String>> {
        output(self.command("aws"), &self.stack(part), region, name).await
    }

    fn command(&self, program: &str) -> Command {
        command(program, self.profile.as_deref())
    }
}

/// A program of the tools for AWS.
pub fn command(program: &str, profile: Option<&str>) -> Command {
    let mut command = Command::new(Tools::Aws.program(program));
    command.current_dir(place::root()).env("SAM_CLI_TELEMETRY", "0").env("AWS_PAGER", "");
    command.envs(profile.map(|profile| ("AWS_PROFILE", profile)));
    command
}

/// An output of a stack; `None` when there is no such stack or output.
pub async fn output(
    mut aws: Command,
    stack: &str,
    region: &str,
    name: &str,
) -> Result<Option<String>> {
    aws.args(["cloudformation", "describe-stacks", "--stack-name", stack]);
    let answer = aws.args(["--region", region, "--output", "json"]).output().await?;
    if !answer.status.success() {
        let why = String::from_utf8_lossy(&answer.stderr);
        if why.contains("does not exist") {
            return Ok(None);
        }
        bail!("looking at stack {stack}: {}", why.trim());
    }
    let stacks: Value = serde_json::from_slice(&answer.stdout)?;
    let outputs = stacks["Stacks"][0]["Outputs"].as_array().cloned().unwrap_or_default();
    let found = outputs.iter().find(|output| output["OutputKey"] == name);
    Ok(found.and_then(|output| output["OutputValue"].as_str()).map(str::to_owned))
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use clap::{Args as _, Command};

    use super::*;

    #[test]
    fn the_table_of_parameters_names_what_there_is() {
        let options = Deploy::augment_args(Command::new("deploy"));
        let templates = ["data", "app", "edge", "global"]
            .map(|name| {
                fs::read_to_string(place::root().join(format!("infra/{name}.yaml"))).unwrap()
            })
            .concat();
        let page = fs::read_to_string(place::root().join("docs/deploy.md")).unwrap();
        let rows = page.lines().skip_while(|line| !line.starts_with("| option | parameter"));
        let mut rows = rows.take_while(|line| line.starts_with('|')).skip(2).peekable();
        assert!(rows.peek().is_some());
        for row in rows {
            for name in row.split('`').skip(1).step_by(2) {
                let known = match name.strip_prefix("--") {
                    Some(option) => options.get_arguments().any(|a| a.get_long() == Some(option)),
                    None if name.starts_with(char::is_uppercase) => {
                        templates.contains(&format!("\n  {name}:\n"))
                    }
                    None => true,
                };
                assert!(known, "{name} in {row}");
            }
        }
    }
}
