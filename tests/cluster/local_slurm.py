"""A small Slurm cluster on this machine: one controller and a few virtual nodes, all listening on 127.0.0.1 only.

Nothing outside its folder is read or written, and all daemons end with a `with`. It runs as root or as the user.
"""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

COMMANDS = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "sinfo")
SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"

CONFIGURATION = """
ClusterName=local
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket
CredType=cred/munge
SlurmctldPort={port}
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool.%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.%n.pid
SlurmctldLogFile={folder}/log/slurmctld.log
SlurmdLogFile={folder}/log/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
SlurmdParameters=config_overrides
ReturnToService=2
MinJobAge=3600
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=1
NodeName=n[1-{nodes}] NodeHostname={host} NodeAddr=127.0.0.1 Port=[{first}-{last}] CPUs=1 RealMemory=500 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def missing_commands():
    """What is not installed of what a cluster needs."""
    return [command for command in COMMANDS if not shutil.which(command, path=SYSTEM_PATH)]


class LocalSlurm:
    """The cluster; up on entering a `with`, gone at its end."""

    def __init__(self, nodes):
        self.nodes = nodes
        self.kept = tempfile.TemporaryDirectory(prefix="leeway-slurm-")
        self.folder = Path(self.kept.name)
        for name in ("state", "log", "munge", *(f"spool.n{node}" for node in self.numbers())):
            (self.folder / name).mkdir()
        for folder in (self.folder, self.folder / "munge"):
            folder.chmod(0o711)  # munged insists
        self.environment = {**os.environ, "PATH": SYSTEM_PATH, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def numbers(self):
        return range(1, self.nodes + 1)

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        self.start_munge()
        first = free_ports(self.nodes + 1)
        (self.folder / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], user=getpass.getuser(), folder=self.folder, nodes=self.nodes,
            port=first, first=first + 1, last=first + self.nodes))
        self.call("slurmctld", "-c")
        for node in self.numbers():
            self.start_node(node)
        self.wait(lambda: self.call("sinfo", "-h", "-t", "idle", "-o", "%D").strip() == str(self.nodes), "idle nodes")

    def __exit__(self, *problem):
        for file in (*self.folder.glob("slurmd.*.pid"), self.folder / "slurmctld.pid", self.folder / "munge/pid"):
            end(file)
        self.kept.cleanup()

    def start_munge(self):
        munge = self.folder / "munge"
        (munge / "key").write_bytes(os.urandom(1024))
        (munge / "key").chmod(0o600)
        self.call("munged", f"--key-file={munge}/key", f"--socket={munge}/socket", f"--pid-file={munge}/pid",
                  f"--seed-file={munge}/seed", f"--log-file={munge}/log")

    def start_node(self, node):
        self.call("slurmd", "-N", f"n{node}")

    def call(self, *words):
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise AssertionError(f"{' '.join(words)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def submit(self, *words):
        """Submits a job and returns its number."""
        return self.call("sbatch", "--parsable", *words).strip()

    def state(self, job):
        """The states of a job's tasks, in the order of Slurm's list."""
        shown = self.call("scontrol", "show", "job", job, "--oneliner")
        return [word.partition("=")[2] for word in shown.split() if word.startswith("JobState=")]

    def wait_until_done(self, job):
        """Waits until all tasks have ended; returns their states."""
        self.wait(lambda: not set(self.state(job)) & {"PENDING", "RUNNING", "COMPLETING", "CONFIGURING"}, f"job {job}")
        return self.state(job)

    def wait(self, condition, what, seconds=180):
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until:
                raise AssertionError(f"waited {seconds} s for {what}\n{self.call('squeue', '--all', '--states=all')}")
            time.sleep(0.2)


def free_ports(count):
    """The first of so many ports in a row that nobody listens on."""
    for first in range(17000 + os.getpid() % 1000 * 10, 60000, count):
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue
    raise AssertionError("no free ports")


def end(pid_file):
    """Ends the daemon that wrote this file, and waits until it has."""
    try:
        process = int(pid_file.read_text())
        os.kill(process, signal.SIGTERM)
        for _ in range(100):
            os.kill(process, 0)
            time.sleep(0.1)
        os.kill(process, signal.SIGKILL)
    except (FileNotFoundError, ProcessLookupError, ValueError):
        pass
