using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage.Sqlite.Local;
using Mlops.Dsl.Storage.Sqlite.Objects;
using Mlops.Dsl.Storage.Sqlite.Runs;

namespace Mlops.Dsl.Storage.Sqlite.Collection;

/// <summary>Removes what no kept run and no published entry refers to.</summary>
internal sealed class GarbageCollector(StoreFolder folder, ObjectFiles objects, WriteQueue queue, StoreOptions options)
{
    /// <summary>Removes records first, then files: whenever it is interrupted, every record that is left finds its files.</summary>
    public async Task<CollectionReport> CollectAsync(
        RetentionPolicy policy,
        bool dryRun,
        Action removed,
        CancellationToken cancellationToken
    )
    {
        // Alone, because a run makes files before it commits the records that refer to them. It does not wait: a run may take days.
        using var use = FileLock.TryTake(folder.UseLock, shared: false) ?? throw StoreErrors.InUse(folder.Root, RunLocks.FindLive(folder));
        using (
            var open =
                FileLock.Take(folder.OpenLock, shared: false, options.BusyTimeout, cancellationToken: cancellationToken)
                ?? throw StoreErrors.Busy(folder.Root)
        )
        {
            TemporaryFolder.Sweep(folder);
            if (!dryRun)
            {
                CrashReports.Sweep(folder, DateTime.UtcNow);
            }
        }

        var (orphans, orphanBytes) = (0L, 0L);
        CollectionPlan plan;
        try
        {
            plan = await CollectRecordsAsync(policy, dryRun, cancellationToken);
        }
        catch (StoreException exception) when (exception.Problem == StoreProblem.Full && !dryRun)
        {
            // Removing records takes room in the database's log. Files that no record names can go without it, and may be what fills the
            // disk.
            var everything = await CollectRecordsAsync(new RetentionPolicy(), dryRun: true, cancellationToken);
            (orphans, orphanBytes, _) = RemoveFiles(everything.LiveArtifacts, dryRun: false);
            if (orphanBytes == 0)
            {
                throw;
            }

            plan = await CollectRecordsAsync(policy, dryRun, cancellationToken);
        }

        removed();
        var (files, bytes, keptBytes) = RemoveFiles(plan.LiveArtifacts, dryRun);
        return new CollectionReport(
            plan.Runs,
            plan.Executions,
            plan.InlineArtifacts + files + orphans,
            plan.InlineBytes + bytes + orphanBytes,
            plan.KeptRuns,
            plan.KeptInlineBytes + keptBytes
        )
        {
            Answers = plan.Traffic.Answers,
            Effects = plan.Traffic.Effects,
        };
    }

    private Task<CollectionPlan> CollectRecordsAsync(RetentionPolicy policy, bool dryRun, CancellationToken cancellationToken) =>
        queue.WriteAsync(
            writer =>
            {
                var collected = CollectionPlan.Make(writer.Connection, policy);
                if (!dryRun)
                {
                    RecordRemoval.Remove(writer.Connection, folder.Objects + Path.DirectorySeparatorChar, policy);
                    writer.Forget();
                }

                CollectionPlan.Drop(writer.Connection);
                return collected;
            },
            cancellationToken
        );

    private (long Files, long Bytes, long KeptBytes) RemoveFiles(HashSet<ContentHash> live, bool dryRun)
    {
        var (files, bytes, keptBytes) = (0L, 0L, 0L);
        foreach (var (hash, length) in objects.Enumerate())
        {
            if (live.Contains(hash))
            {
                keptBytes += length;
                continue;
            }

            files++;
            bytes += length;
            if (!dryRun)
            {
                objects.Delete(hash);
            }
        }

        if (!dryRun)
        {
            foreach (var damaged in Directory.GetFileSystemEntries(folder.Quarantine))
            {
                Removal.Remove(damaged);
            }
        }

        return (files, bytes, keptBytes);
    }
}
