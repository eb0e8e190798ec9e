{{- define "deltawire.name" -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{- define "deltawire.labels" -}}
app.kubernetes.io/name: deltawire
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "deltawire.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- /* What every container of this chart may do: nothing but run. */ -}}
{{- define "deltawire.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: ["ALL"]
{{- end }}

{{- define "deltawire.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "deltawire.env" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ .Values.kafka.bootstrapServers | quote }}
- name: KAFKA_SCHEMA_REGISTRY_URL
  value: {{ .Values.kafka.schemaRegistryUrl | quote }}
- name: KAFKA_APPLICATION_ID
  value: {{ .Values.kafka.applicationId | quote }}
- name: DELTAWIRE_PREFIX
  value: {{ .Values.kafka.prefix | quote }}
- name: DELTAWIRE_LOG
  value: {{ .Values.log.level | quote }}
- name: DELTAWIRE_LOG_FORMAT
  value: {{ .Values.log.format | quote }}
- name: JAVA_OPTS
  value: {{ .Values.java.options | quote }}
{{- end }}

{{- define "deltawire.envFrom" -}}
{{- range .Values.secrets.environment }}
- secretRef:
    name: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "deltawire.mounts" -}}
- name: settings
  mountPath: /etc/deltawire/settings
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- range .Values.secrets.files }}
- name: {{ printf "secret-%s" . }}
  mountPath: /etc/deltawire/{{ . }}
  readOnly: true
{{- end }}
{{- end }}

{{- define "deltawire.volumes" -}}
- name: settings
  configMap:
    name: {{ include "deltawire.name" . }}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
{{- range .Values.secrets.files }}
- name: {{ printf "secret-%s" . }}
  secret:
    secretName: {{ . | quote }}
    defaultMode: 0440
{{- end }}
{{- end }}
