"""Deploys the templates of infra/ to an emulator, as `sam deploy` does to AWS.

The very same files: CodeUri becomes a key in a bucket, everything else stays.
(`sam` itself takes 25 seconds for the three stacks, this takes 2.5; and the
boto3 that it pins excludes the emulator's.) Reads the order as JSON from stdin, writes the outputs
of each stack as JSON to stdout. Only `cargo xtask up` calls it.
"""

import hashlib
import io
import json
import re
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

CODE = re.compile(r"CodeUri: \.\./target/functions/([a-z-]+)")


def say(text):
    print(text, file=sys.stderr, flush=True)


def package(folder):
    """A zip of what stands in the folder; the same bytes for the same files."""
    out = io.BytesIO()
    # Stored, not deflated: it goes to this very machine.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (0o755 if path.name == "bootstrap" else 0o644) << 16
            archive.writestr(entry, path.read_bytes())
    return out.getvalue()


def upload(s3, bucket, folder):
    """Puts the function's package under the hash of its content; answers the key."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    key = f"{folder.name}-{digest.hexdigest()[:24]}.zip"
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        s3.put_object(Bucket=bucket, Key=key, Body=package(folder))
    return key


def parameters(template, given):
    """Those of the given values that the template declares."""
    declared = re.search(r"^Parameters:\n(.*?)^\S", template, re.S | re.M)
    names = re.findall(r"^  (\w+):", declared.group(1) if declared else "", re.M)
    return [{"ParameterKey": n, "ParameterValue": given[n]} for n in names if n in given]


def state(cloud, name):
    try:
        return cloud.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError:
        return None


def wait(cloud, name):
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        stack = state(cloud, name)
        if stack and not stack["StackStatus"].endswith("IN_PROGRESS"):
            return stack
        time.sleep(0.1)  # between two looks at the emulator
    raise SystemExit(f"{name}: not finished after five minutes")


def deploy(cloud, name, template, given):
    """Creates or updates one stack; answers its outputs."""
    call = dict(
        StackName=name,
        TemplateBody=template,
        Parameters=parameters(template, given),
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
    )
    try:
        if state(cloud, name):
            cloud.update_stack(**call)
        else:
            cloud.create_stack(**call)
    except ClientError as refused:
        if "No updates" not in str(refused):
            raise
    stack = wait(cloud, name)
    if stack["StackStatus"] not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        for event in cloud.describe_stack_events(StackName=name)["StackEvents"]:
            if "FAILED" in event.get("ResourceStatus", ""):
                say(f"{name}: {event['LogicalResourceId']}: {event.get('ResourceStatusReason')}")
        raise SystemExit(f"{name}: {stack['StackStatus']}: {stack.get('StackStatusReason')}")
    return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}


def main():
    order = json.load(sys.stdin)
    session = botocore.session.get_session()
    where = dict(region_name=order["region"], endpoint_url=order["endpoint"])
    cloud = session.create_client("cloudformation", **where)
    s3 = session.create_client("s3", config=Config(s3={"addressing_style": "path"}), **where)

    bucket = f"{order['portal']}-packages"
    try:
        s3.create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": order["region"]}
        )
    except ClientError as refused:
        if refused.response["Error"]["Code"] != "BucketAlreadyOwnedByYou":
            raise
    functions = Path(order["functions"])

    outputs = {}
    for stack in order["stacks"]:
        template = Path(stack["template"]).read_text()
        names = sorted(set(CODE.findall(template)))
        with ThreadPoolExecutor(4) as pool:
            keys = dict(zip(names, pool.map(lambda n: upload(s3, bucket, functions / n), names)))
        template = CODE.sub(lambda m: f"CodeUri: s3://{bucket}/{keys[m.group(1)]}", template)
        name = f"{order['portal']}-{stack['name']}"
        outputs[stack["name"]] = deploy(cloud, name, template, order["parameters"])

    ses = session.create_client("ses", **where)
    ses.verify_email_identity(EmailAddress=order["mail_from"])
    json.dump(outputs, sys.stdout)


main()
