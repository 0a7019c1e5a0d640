using Mlops.Dsl.Storage.Sqlite.Connections;
using Mlops.Dsl.Storage.Sqlite.Lifecycle;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Writes runs, their results and events. Belongs to the writer's thread.</summary>
internal sealed class RunWriter(Connection connection, NameTable names)
{
    private readonly Statement _result = connection.Prepare(
        """
        INSERT OR REPLACE INTO results (run, position, stage, outcome, execution, reason, duration, elements_executed, elements_reused,
        elements_failed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    /// <summary>Writes a run that begins.</summary>
    /// <exception cref="TickTakenException">The tick that it is for has its run.</exception>
    /// <exception cref="RunResumedException">It is to be the first to resume a run, and is not.</exception>
    public RunContext Begin(RunStart run)
    {
        if (run is { ResumesFirst: true, Parent: { } parent } && FindResuming(parent) is { } other)
        {
            throw new RunResumedException(parent, other);
        }

        if (run.Tick is { } tick)
        {
            SqliteScheduleStore.Take(connection, tick, run.Id);
        }

        var pipeline = names.GetPipeline(run.PipelineType);
        connection
            .Prepare(
                "INSERT INTO runs (id, pipeline, name, version, parent, started, status, runtime, machine, process, time_window) VALUES "
                    + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            )
            .Bind(run.Id)
            .Bind(pipeline)
            .Bind(run.Pipeline)
            .Bind(run.PipelineVersion)
            .Bind(run.Parent)
            .Bind(run.Started.ToMicroseconds())
            .Bind((long)RunStatus.Running)
            .Bind(run.RuntimeVersion)
            .Bind(run.Machine)
            .Bind(run.ProcessId)
            .Bind(run.Window?.ToString())
            .Run();
        var number = connection.LastRowId;
        for (var i = 0; i < run.Parameters.Count; i++)
        {
            var parameter = run.Parameters[i];
            connection
                .Prepare("INSERT INTO run_parameters (run, position, name, value, is_secret, is_default) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(number)
                .Bind(i)
                .Bind(parameter.Name)
                .Bind(parameter.IsSecret ? null : parameter.Value)
                .Bind(parameter.IsSecret ? 1 : 0)
                .Bind(parameter.IsDefault ? 1 : 0)
                .Run();
        }

        return new RunContext(run.Id, number, pipeline);
    }

    /// <summary>Writes the outcome of a stage; a later one replaces an earlier one.</summary>
    public void Write(RunContext run, StageResult result)
    {
        _result
            .Reset()
            .Bind(run.Number)
            .Bind(result.Position)
            .Bind(names.GetStage(run.Pipeline, result.Stage))
            .Bind((long)result.Outcome)
            .Bind(result.Execution)
            .Bind(result.Reason)
            .Bind(result.Duration.ToMicroseconds());
        if (result.Elements is { } elements)
        {
            _result.Bind(elements.Executed).Bind(elements.Reused).Bind(elements.Failed);
        }
        else
        {
            _result.BindNull().BindNull().BindNull();
        }

        _result.Run();
    }

    /// <summary>Writes what happened, after what happened before.</summary>
    public void Write(RunContext run, IReadOnlyList<RunEvent> events)
    {
        foreach (var happened in events)
        {
            connection
                .Prepare(
                    """
                    INSERT INTO events (run, sequence, time, kind, stage, message)
                    VALUES (?1, (SELECT coalesce(max(sequence), -1) + 1 FROM events WHERE run = ?1), ?, ?, ?, ?)
                    """
                )
                .Bind(run.Number)
                .Bind(happened.Time.ToMicroseconds())
                .Bind(happened.Kind)
                .Bind(happened.Stage)
                .Bind(happened.Message)
                .Run();
        }
    }

    /// <summary>Writes how a run ended.</summary>
    public void Finish(RunContext run, RunStatus status, string? reason, DateTimeOffset finished)
    {
        connection
            .Prepare(
                """
                UPDATE runs SET status = ?2, reason = ?3, finished = ?4, (executed, reused, skipped, failed, cancelled) = (
                    SELECT count(*) FILTER (WHERE outcome = 1), count(*) FILTER (WHERE outcome = 2), count(*) FILTER (WHERE outcome = 3),
                           count(*) FILTER (WHERE outcome = 4), count(*) FILTER (WHERE outcome = 5)
                    FROM results WHERE run = ?1)
                WHERE number = ?1
                """
            )
            .Bind(run.Number)
            .Bind((long)status)
            .Bind(reason)
            .Bind(finished.ToMicroseconds())
            .Run();
    }

    private string? FindResuming(string runId)
    {
        var query = connection.Prepare("SELECT id FROM runs WHERE parent = ? ORDER BY number DESC LIMIT 1").Bind(runId);
        var resuming = query.Step() ? query.GetString(0) : null;
        query.Reset();
        return resuming;
    }
}
