using System.CommandLine;
using Mlops.Dsl.Runtime.App.Models;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary><c>model audit</c>: who did what to published entries.</summary>
internal static class ModelAuditVerb
{
    private const int HashDigits = 12;

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Each record holds a hash over the one before, which is checked: a record that was changed or taken out ends the verb with "
            + "code 1. To notice that the last ones are missing as well, keep the hash of a record elsewhere.";
        command.Examples = [new("", "everything"), new("income --json", "of one entry, for a program")];
        var name = command.AddEntryArgument(scope, isOptional: true);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var entry = parse.GetValue(name);
                await ModelReference.GetVersionsAsync(store.Registry, entry, cancellationToken);
                var records = await store.Registry.GetAuditAsync(entry, cancellationToken);
                var check = await store.Registry.VerifyAuditAsync(cancellationToken);
                if (scope.IsJson(parse))
                {
                    PrintJson(scope.Console, records, check);
                }
                else
                {
                    Print(scope.Console, records, check);
                }

                if (!check.IsWhole)
                {
                    var sound = Number.Of(check.SoundRecords, "record");
                    scope.Console.WriteError($"the audit is broken: {check.Problem}; {sound} before it as they were written");
                }

                return check.IsWhole ? ExitCode.Success : ExitCode.Failure;
            }
        );
    }

    private static void Print(AppConsole console, IReadOnlyList<AuditRecord> records, AuditCheck check)
    {
        if (records.Count > 0)
        {
            var table = new TextTable(">record", "time", "who", "what", "entry", ">version", "hash", "detail");
            foreach (var record in records)
            {
                var version = record.Version is { } number ? Number.Of(number) : "";
                table.Add(
                    Number.Of(record.Sequence),
                    Number.Of(record.Time),
                    record.Actor,
                    new(record.Action, TextStyle.Strong),
                    record.Name,
                    version,
                    record.Hash[..HashDigits],
                    record.Detail
                );
            }

            table.Write(console);
        }

        if (check.IsWhole)
        {
            console.Out.WriteLine($"{Number.Of(check.SoundRecords, "record")} in all, each as it was written");
        }
    }

    private static void PrintJson(AppConsole console, IReadOnlyList<AuditRecord> records, AuditCheck check) =>
        JsonText.Print(
            console,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("whole", check.IsWhole);
                if (check.FirstBroken is { } broken)
                {
                    writer.WriteNumber("firstBroken", broken);
                }

                writer.WriteIfAny("problem", check.Problem);
                writer.WriteStartArray("records");
                foreach (var record in records)
                {
                    ModelJson.Write(writer, record);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        );
}
