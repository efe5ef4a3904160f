"""What must hold in the templates, checked on what SAM makes of them.

cfn-lint knows whether a template is valid; this knows what we promise: nothing
public, nothing lost, no function with more rights than it needs. Each exception
stands in EXCEPTIONS with its reason; one that nothing needs any more is a
failure too. Run by `cargo xtask test infra`.
"""

import json
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

# SAM asks the environment which region it is in; no call goes there.
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

import yaml  # noqa: E402
from samtranslator.translator.transform import transform  # noqa: E402

INFRA = Path(__file__).resolve().parent.parent
HEADERS = INFRA.parent / "web/security-headers.json"
# Over plain HTTP, as on this machine, browsers ignore it: only the template has it.
HSTS = {"AccessControlMaxAgeSec": 63072000, "IncludeSubdomains": True, "Override": True}

# (template, resource, rule): why it is right all the same.
EXCEPTIONS = {
    ("app", "MailerFunctionRole", "wildcard"): (
        "only without MailIdentity, for emulators: they know no ARNs of identities"
    ),
    ("app", "AuthOutboxWake", "failures-kept"): "a record only wakes; the index `due` is the truth",
    ("app", "ChangesHandoverWake", "failures-kept"): (
        "a record only wakes; the index `due` is the truth"
    ),
    ("edge", "WebBucket", "retain"): "a build makes what it holds again",
}
# Variables that a secret may stand in: by reference, never as a value.
SECRET_NAME = re.compile(r"SECRET|KEY|PASSWORD|TOKEN")
# A log line that somebody has to hear of, and the metric filter that hears it.
ALARM_LINE = re.compile(r'\balarm = "(\w+)"')
ALARM_FILTER = re.compile(r'\$\.fields\.alarm = "(\w+)"')
# What a managed policy may be: writing logs.
MANAGED = ["AWSLambdaBasicExecutionRole"]


class Loader(yaml.SafeLoader):
    """Reads the short forms of intrinsic functions (!Ref, !Sub) as the long ones."""


def intrinsic(loader, tag, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {tag if tag in ("Ref", "Condition") else f"Fn::{tag}": value}


Loader.add_multi_constructor("!", intrinsic)


class Findings:
    def __init__(self):
        self.failures = []
        self.excused = set()
        self.checked = 0

    def expect(self, holds, where, rule, text):
        self.checked += 1
        if holds:
            return
        key = (*where, rule)
        if key in EXCEPTIONS:
            self.excused.add(key)
        else:
            self.failures.append(f"infra/{where[0]}.yaml, {where[1]}: {text} [{rule}]")


def expanded(text):
    """A template with SAM's resources made plain."""
    template = yaml.load(text, Loader)
    if "Transform" not in template:
        return template
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    # No function names a managed policy of AWS by its short name.
    return transform(template, {}, SimpleNamespace(load=dict))


def of_type(template, kind):
    for name, resource in template["Resources"].items():
        if resource["Type"] == kind:
            yield name, resource, resource["Properties"]


def many(value):
    return value if isinstance(value, list) else [value]


def exported(data):
    """Which resource stands behind the name of an export of the data stack."""
    behind = {}
    for output in data["Outputs"].values():
        if "Export" in output:
            value = output["Value"]
            name = value.get("Ref") or target_of(value)
            behind[output["Export"]["Name"]["Fn::Sub"]] = name
    return behind


def tables(name, template, f):
    for resource, whole, properties in of_type(template, "AWS::DynamoDB::Table"):
        where = (name, resource)
        recovery = properties.get("PointInTimeRecoverySpecification", {})
        f.expect(recovery.get("PointInTimeRecoveryEnabled") is True, where, "pitr", "no PITR")
        encrypted = properties.get("SSESpecification", {}).get("SSEEnabled") is True
        f.expect(encrypted, where, "encryption", "no KMS encryption")
        protected = properties.get("DeletionProtectionEnabled")
        f.expect(
            protected == {"Fn::If": ["Protected", True, False]},
            where, "protection", "deletion protection doesn't follow Protect",
        )
        on_demand = properties.get("BillingMode") == "PAY_PER_REQUEST"
        f.expect(on_demand, where, "on-demand", "not on demand")
        retained(where, whole, f)


def retained(where, whole, f):
    for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
        f.expect(whole.get(policy) == "Retain", where, "retain", f"{policy} isn't Retain")


def queues(name, template, f):
    found = {r: (w, p) for r, w, p in of_type(template, "AWS::SQS::Queue")}
    dead = set()
    for _, properties in found.values():
        redrive = properties.get("RedrivePolicy")
        if redrive:
            dead.add(target_of(redrive["deadLetterTargetArn"]))
    for resource, (whole, properties) in found.items():
        where = (name, resource)
        retained(where, whole, f)
        encrypted = properties.get("SqsManagedSseEnabled") is True
        f.expect(encrypted, where, "encryption", "not encrypted")
        f.expect(tls_only(template, resource, "Queues"), where, "tls", "takes plain HTTP")
        if resource in dead:
            f.expect("RedrivePolicy" not in properties, where, "dead-letters", "is one, and has one")
            continue
        redrive = properties.get("RedrivePolicy")
        f.expect(redrive, where, "dead-letters", "has no dead-letter queue")
        if not redrive:
            continue
        f.expect(redrive["maxReceiveCount"] >= 5, where, "receives", "gives up before five tries")
        letters = found[target_of(redrive["deadLetterTargetArn"])][1]
        kept = letters.get("MessageRetentionPeriod", 345600)
        f.expect(
            kept >= properties.get("MessageRetentionPeriod", 345600),
            where, "dead-letters-kept", "dead letters are kept for a shorter time than messages",
        )
        same = letters.get("FifoQueue") == properties.get("FifoQueue")
        f.expect(same, where, "fifo", "one of queue and dead letters is FIFO, the other isn't")


def target_of(value):
    """The resource that a GetAtt is of, in either way to write it."""
    target = value["Fn::GetAtt"]
    return many(target)[0].split(".")[0]


def tls_only(template, resource, member):
    """Whether a policy of the template denies plain HTTP to the resource."""
    for _, whole, properties in list(of_type(template, "AWS::SQS::QueuePolicy")) + list(
        of_type(template, "AWS::S3::BucketPolicy")
    ):
        if {"Ref": resource} not in many(properties.get(member)):
            continue
        for statement in properties["PolicyDocument"]["Statement"]:
            condition = {"Bool": {"aws:SecureTransport": "false"}}
            if statement.get("Effect") == "Deny" and statement.get("Condition") == condition:
                return True
    return False


def buckets(name, template, f):
    for resource, whole, properties in of_type(template, "AWS::S3::Bucket"):
        where = (name, resource)
        retained(where, whole, f)
        block = properties.get("PublicAccessBlockConfiguration", {})
        f.expect(
            len(block) == 4 and all(v is True for v in block.values()),
            where, "public", "public access isn't blocked",
        )
        f.expect("BucketEncryption" in properties, where, "encryption", "not encrypted")
        f.expect(tls_only(template, resource, "Bucket"), where, "tls", "takes plain HTTP")


def statements(value):
    """All statements below a value, those in a condition too."""
    if isinstance(value, dict):
        if "Effect" in value:
            yield value
        else:
            for below in value.values():
                yield from statements(below)
    elif isinstance(value, list):
        for below in value:
            yield from statements(below)


def policies(name, template, f):
    for resource, whole in template["Resources"].items():
        properties = whole.get("Properties", {})
        where = (name, resource)
        if whole["Type"] == "AWS::IAM::Role":
            for arn in properties.get("ManagedPolicyArns", []):
                fine = any(json.dumps(arn).rstrip('"').endswith(m) for m in MANAGED)
                f.expect(fine, where, "managed", f"managed policy {arn}")
            documents = properties.get("Policies", [])
        elif whole["Type"] in ("AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy"):
            documents = properties["PolicyDocument"]
        else:
            continue
        for statement in statements(documents):
            if statement["Effect"] == "Deny":
                continue
            for action in many(statement["Action"]):
                f.expect("*" not in action, where, "wildcard", f"action {action}")
            for target in wildcards(statement["Resource"]):
                f.expect(False, where, "wildcard", f"resource {target}")
            public = statement.get("Principal") in ("*", {"AWS": "*"})
            f.expect(not public, where, "public", "everyone is let in")


def wildcards(value):
    if value == "*":
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from wildcards(below)
    elif isinstance(value, list):
        for below in value:
            yield from wildcards(below)


def functions(name, template, f):
    groups = {r: p for r, _, p in of_type(template, "AWS::Logs::LogGroup")}
    roles = []
    for resource, _, properties in of_type(template, "AWS::Lambda::Function"):
        where = (name, resource)
        roles.append(json.dumps(properties["Role"], sort_keys=True))
        group = properties.get("LoggingConfig", {}).get("LogGroup", {}).get("Ref")
        f.expect(group in groups, where, "log", "its log group isn't ours")
        for variable, value in properties.get("Environment", {}).get("Variables", {}).items():
            if SECRET_NAME.search(variable):
                by_reference = "{{resolve:secretsmanager:" in json.dumps(value)
                f.expect(by_reference, where, "secret", f"{variable} isn't a reference")
    f.expect(len(roles) == len(set(roles)), (name, "roles"), "shared-role", "a role is shared")
    for resource, properties in groups.items():
        f.expect("RetentionInDays" in properties, (name, resource), "retention", "kept for ever")


def sources(app, data, f):
    queues = {r: p for r, _, p in of_type(data, "AWS::SQS::Queue")}
    behind = exported(data)
    timeouts = {r: p["Timeout"] for r, _, p in of_type(app, "AWS::Lambda::Function")}
    for resource, _, properties in of_type(app, "AWS::Lambda::EventSourceMapping"):
        where = ("app", resource)
        source = behind[properties["EventSourceArn"]["Fn::ImportValue"]["Fn::Sub"]]
        function = properties["FunctionName"]["Ref"]
        if source not in queues:
            f.expect(
                "MaximumRetryAttempts" in properties,
                where, "poison", "a record that fails blocks its shard for a day",
            )
            kept = "OnFailure" in properties.get("DestinationConfig", {})
            f.expect(kept, where, "failures-kept", "records that failed go nowhere")
            f.expect(
                "FunctionResponseTypes" not in properties,
                where, "stream", "a stream's function reports by failing",
            )
            continue
        f.expect(
            properties.get("FunctionResponseTypes") == ["ReportBatchItemFailures"],
            where, "batch", "one bad message fails its whole batch",
        )
        limited = "MaximumConcurrency" in properties.get("ScalingConfig", {})
        f.expect(limited, where, "concurrency", "nothing bounds its concurrency")
        visible = queues[source]["VisibilityTimeout"]
        f.expect(
            visible >= 6 * timeouts[function],
            where, "visibility", f"{source} shows messages again after {visible} s",
        )


def alarms(app, data, f):
    """Each dead-letter queue, and each function, has somebody who hears of it."""
    watched = json.dumps([p.get("Dimensions") for _, _, p in of_type(app, "AWS::CloudWatch::Alarm")])
    for resource, _, _ in of_type(data, "AWS::SQS::Queue"):
        f.expect(f"-{resource}Name" in watched, ("app", resource), "alarm", "no alarm watches it")
    for resource, _, _ in of_type(app, "AWS::Lambda::Function"):
        by_hand = resource == "AuthInviteFunction"
        f.expect(
            by_hand or f'{{"Ref": "{resource}"}}' in watched,
            ("app", resource), "alarm", "no alarm watches it",
        )


def alarm_lines(app, f):
    """Each `alarm = "..."` that a function logs becomes a metric, and that rings."""
    metrics = {p["MetricName"] for _, _, p in of_type(app, "AWS::CloudWatch::Alarm")}
    filters = {}
    for resource, _, properties in of_type(app, "AWS::Logs::MetricFilter"):
        for name in ALARM_FILTER.findall(properties["FilterPattern"]):
            filters[name] = resource
        for made in properties["MetricTransformations"]:
            rings = made["MetricName"] in metrics
            f.expect(rings, ("app", resource), "alarm", "no alarm watches its metric")
    logged = set()
    for source in sorted(INFRA.parent.glob("functions/*/src/**/*.rs")):
        logged.update(ALARM_LINE.findall(source.read_text()))
    for name in sorted(logged | set(filters)):
        where = ("app", filters.get(name, "MetricFilter"))
        f.expect(name in filters, where, "alarm", f"nothing counts the log lines {name}")
        f.expect(name in logged, where, "alarm", f"no function logs {name}")


def headers(edge, f):
    wanted = json.loads(HEADERS.read_text())
    where = ("edge", "Headers")
    config = edge["Resources"]["Headers"]["Properties"]["ResponseHeadersPolicyConfig"]
    security = config["SecurityHeadersConfig"]
    items = config["CustomHeadersConfig"]["Items"]
    sent = {i["Header"]: i["Value"] for i in items}
    sent["Content-Security-Policy"] = security["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    sent["X-Frame-Options"] = security["FrameOptions"]["FrameOption"]
    sent["Referrer-Policy"] = security["ReferrerPolicy"]["ReferrerPolicy"]
    if "ContentTypeOptions" in security:
        sent["X-Content-Type-Options"] = "nosniff"
    for header in sorted(wanted | sent):
        f.expect(
            wanted.get(header) == sent.get(header),
            where, "headers", f"{header} differs from web/security-headers.json",
        )
    f.expect(security.get("StrictTransportSecurity") == HSTS, where, "headers", "HSTS")


def main():
    names = ["data", "app", "edge", "edge-rest", "global"]
    templates = {n: expanded((INFRA / f"{n}.yaml").read_text()) for n in names}
    f = Findings()
    for name, template in templates.items():
        for check in (tables, queues, buckets, policies, functions):
            check(name, template, f)
    sources(templates["app"], templates["data"], f)
    alarms(templates["app"], templates["data"], f)
    alarm_lines(templates["app"], f)
    headers(templates["edge"], f)
    for unneeded in set(EXCEPTIONS) - f.excused:
        f.failures.append(f"the exception {unneeded} is needed no more")
    for failure in f.failures:
        print(failure)
    print(f"{f.checked} expectations, {len(f.failures)} failures, {len(f.excused)} excused")
    sys.exit(bool(f.failures))


main()
