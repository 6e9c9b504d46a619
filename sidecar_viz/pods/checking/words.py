"""The words that fields may have, in the order in which the API server lists them."""

from __future__ import annotations

WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Container", "imagePullPolicy"): ("Always", "IfNotPresent", "Never"),
    ("Container", "terminationMessagePolicy"): ("File", "FallbackToLogsOnError"),
    ("ContainerPort", "protocol"): ("SCTP", "TCP", "UDP"),
    ("ContainerResizePolicy", "resourceName"): ("cpu", "memory"),
    ("ContainerResizePolicy", "restartPolicy"): ("NotRequired", "RestartContainer"),
    ("ContainerRestartRuleOnExitCodes", "operator"): ("In", "NotIn"),
    ("CronJobSpec", "concurrencyPolicy"): ("Allow", "Forbid", "Replace"),
    ("DaemonSetUpdateStrategy", "type"): ("RollingUpdate", "OnDelete"),
    ("DeploymentStrategy", "type"): ("Recreate", "RollingUpdate"),
    ("HTTPGetAction", "scheme"): ("HTTP", "HTTPS"),
    ("JobSpec", "completionMode"): ("NonIndexed", "Indexed"),
    ("JobSpec", "podReplacementPolicy"): ("Failed", "TerminatingOrFailed"),
    ("LabelSelectorRequirement", "operator"): ("In", "NotIn", "Exists", "DoesNotExist"),
    ("NodeSelectorRequirement", "operator"): (
        *("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
    ),
    ("PersistentVolumeClaimSpec", "volumeMode"): ("Block", "Filesystem"),
    ("PodOS", "name"): ("linux", "windows"),
    ("PodSecurityContext", "fsGroupChangePolicy"): ("Always", "OnRootMismatch"),
    ("PodSpec", "dnsPolicy"): (
        *("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"),
    ),
    ("PodSpec", "preemptionPolicy"): ("PreemptLowerPriority", "Never"),
    ("PodSpec", "restartPolicy"): ("Always", "OnFailure", "Never"),
    ("StatefulSetSpec", "podManagementPolicy"): ("OrderedReady", "Parallel"),
    ("StatefulSetUpdateStrategy", "type"): ("RollingUpdate", "OnDelete"),
    ("Toleration", "effect"): ("NoSchedule", "PreferNoSchedule", "NoExecute"),
    ("Toleration", "operator"): ("Equal", "Exists", "Lt", "Gt"),
    ("TopologySpreadConstraint", "whenUnsatisfiable"): (
        *("DoNotSchedule", "ScheduleAnyway"),
    ),
    ("VolumeMount", "mountPropagation"): ("Bidirectional", "HostToContainer", "None"),
}
"""By the type and the name of a field."""
