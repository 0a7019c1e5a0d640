using System.Globalization;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Constraints;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;

namespace Mlops.Dsl.Generators.Emitting.Manifests;

/// <summary>Writes a pipeline's manifest as far as the compiler knows it; <c>docs/pipeline-manifest.schema.json</c> describes it.</summary>
internal static class ManifestWriter
{
    public static string Write(PipelineModel pipeline) =>
        new JsonWriter()
            .Object(json =>
                json.Raw("formatVersion", "1")
                    .Text("name", pipeline.Name)
                    .Text("version", pipeline.Version)
                    .Text("description", pipeline.Description)
                    .Text("owner", pipeline.Owner)
                    .Text("type", pipeline.Type.MetadataName)
                    .Object(
                        "schedule",
                        pipeline.Schedule is { } schedule
                            ? json => json.Text("cron", schedule.Cron).Text("timeZone", schedule.TimeZone)
                            : null
                    )
                    .Array("parameters", pipeline.Parameters, Parameter)
                    .Array("rows", pipeline.Rows, Row)
                    .Array("stages", pipeline.Stages, (writer, stage) => Stage(writer, stage, pipeline), isRequired: true)
            )
            .ToString();

    /// <summary>Writes the columns of a row, as an object with the member <c>columns</c>.</summary>
    public static string Write(EquatableArray<ColumnModel> columns) =>
        new JsonWriter().Object(json => json.Array("columns", columns, Column)).ToString();

    private static void Parameter(JsonWriter json, ParameterModel parameter) =>
        json.Text("name", parameter.Name)
            .Text("type", parameter.DisplayType)
            .Raw("default", parameter.Default?.Json)
            .Flag("required", parameter.IsRequired)
            .Flag("secret", parameter.IsSecret)
            .Flag("window", parameter.IsWindow)
            .Text("description", parameter.Description)
            .Array("constraints", parameter.Constraints, Constraint);

    private static void Constraint(JsonWriter json, ConstraintModel constraint)
    {
        json.Text("kind", constraint.Kind);
        foreach (var property in constraint.Properties)
        {
            json.Raw(property.Name, property.Json);
        }
    }

    private static void Row(JsonWriter json, RowTable row) =>
        json.Text("type", row.Type).Texts("uses", Uses(row.Use)).Array("columns", row.Columns, Column);

    private static IEnumerable<string> Uses(RowUse use) =>
        new[] { (Flag: RowUse.Read, Name: "read"), (Flag: RowUse.Written, Name: "written") }
            .Where(known => use.HasFlag(known.Flag))
            .Select(static known => known.Name);

    private static void Column(JsonWriter json, ColumnModel column) =>
        json.Text("name", column.Name)
            .Text("type", column.DisplayType)
            .Flag("nullable", column.IsNullable)
            .Text("role", column.Role == "None" ? null : column.Role.ToLowerInvariant())
            .Flag("personal", column.IsPersonal)
            .Flag("protected", column.IsProtected)
            .Text("description", column.Description)
            .Array("constraints", column.Constraints.Where(static constraint => constraint.Kind != "notNull").ToList(), Constraint);

    private static void Stage(JsonWriter json, StageModel stage, PipelineModel pipeline) =>
        json.Text("name", stage.Name)
            .Text(
                "kind",
                stage.Kind switch
                {
                    StageKind.Source => "source",
                    StageKind.Gate => "gate",
                    StageKind.Publish => "publish",
                    StageKind.Notify => "notify",
                    StageKind.Start => "start",
                    _ => "stage",
                }
            )
            .Text("method", stage.Name)
            .Text("description", stage.Description)
            .Array("inputs", stage.Inputs, Input)
            .Array("outputs", stage.Outputs, Output)
            .Texts("after", stage.After.Select(index => pipeline.Stages[index].Name))
            .Text(
                "forEach",
                stage.ForEachInput < 0 ? null : stage.Inputs[stage.ForEachInput].OutputName ?? stage.Inputs[stage.ForEachInput].StageName
            )
            .Texts("when", Conditions(stage, expected: true))
            .Texts("unless", Conditions(stage, expected: false))
            .Text("publish", stage.PublishName)
            .Text("purpose", stage.Governance.Purpose)
            .Raw("requiredApprovals", stage.Governance.RequiredApprovals == 0 ? null : Literal.Json(stage.Governance.RequiredApprovals))
            .Text("licence", stage.Governance.Licence)
            .Object(
                "served",
                stage.Watch is ServedModel served ? watched => watched.Text("service", served.Service).Text("method", served.Method) : null
            )
            .Object("fromPublished", stage.Watch is FromPublishedModel published ? watched => Published(watched, published) : null)
            .Text("notify", (stage.Watch as NotifyModel)?.Target)
            .Text("start", (stage.Watch as StartModel)?.Pipeline)
            .Text("coolDown", stage.Watch is StartModel { CoolDown: { } coolDown } ? Duration(coolDown) : null)
            .Flag("effect", stage.Outputs.Count == 0)
            .Flag("noCache", stage.Policy.NoCache)
            .Object("retry", stage.Policy.Attempts == 1 ? null : retry => Retry(retry, stage.Policy))
            .Text("timeout", stage.Policy.Timeout is { } timeout ? Duration(timeout) : null)
            .Object("resources", Resources(stage.Policy));

    private static void Published(JsonWriter json, FromPublishedModel published) =>
        json.Text("pipeline", published.Pipeline)
            .Text("entry", published.Entry)
            .Text("alias", published.Alias)
            .Text("stage", published.Stage)
            .Text("output", published.Output == published.Stage ? null : published.Output);

    private static void Input(JsonWriter json, InputModel input) =>
        json.Text("parameter", input.Parameter)
            .Text("from", input.StageName)
            .Text("output", input.OutputName)
            .Text("type", input.DisplayType)
            .Flag("each", input.Elements is not null);

    private static void Output(JsonWriter json, OutputModel output) =>
        json.Text("name", output.Name).Text("type", output.DisplayType).Text("codec", output.Schema);

    private static void Retry(JsonWriter json, PolicyModel policy) =>
        json.Raw("attempts", Literal.Json(policy.Attempts))
            .Text("delay", Duration(policy.RetryDelay))
            .Raw("backoff", Literal.Json(policy.RetryBackoff));

    private static Action<JsonWriter>? Resources(PolicyModel policy) =>
        policy is { Cpu: 1, MemoryMiB: 0, Gpu: 0, Isolated: false }
            ? null
            : json =>
                json.Raw("cpu", Literal.Json(policy.Cpu))
                    .Raw("memoryMiB", policy.MemoryMiB == 0 ? null : Literal.Json(policy.MemoryMiB))
                    .Raw("gpu", policy.Gpu == 0 ? null : Literal.Json(policy.Gpu))
                    .Flag("isolated", policy.Isolated);

    private static IEnumerable<string> Conditions(StageModel stage, bool expected) =>
        stage.Conditions.Where(condition => condition.Expected == expected).Select(static condition => condition.Name);

    private static string Duration(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);
}
