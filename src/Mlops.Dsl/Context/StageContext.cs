using Microsoft.Extensions.Logging;

namespace Mlops.Dsl;

/// <summary>
/// What a stage may use of the run: everything here is tracked, seeded or cleaned up. Take it as a parameter of the stage.
/// In a unit test, pass a <see cref="DetachedStageContext"/>.
/// </summary>
public abstract class StageContext
{
    /// <summary>The stage's name.</summary>
    public abstract string Stage { get; }

    /// <summary>The index of the element in a <see cref="ForEachAttribute"/> stage, otherwise null.</summary>
    public abstract int? ElementIndex { get; }

    /// <summary>
    /// The accelerators that the stage has for itself while it runs, as many as <see cref="ResourcesAttribute.Gpu"/> asks for and the run
    /// has: numbers as this process counts them, such as CUDA's ordinals. They must not reach an output.
    /// </summary>
    public virtual IReadOnlyList<int> Devices => [];

    /// <summary>The logger of the stage; what it logs is kept with the run.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>
    /// A random generator seeded from the pipeline's, the stage's and the element's identity: equal in every run. Not safe for concurrent
    /// use.
    /// </summary>
    public abstract Random Random { get; }

    /// <summary>
    /// The clock. What it tells may go into logs, metrics and progress, but must not reach an output, or the stage is not reproducible.
    /// </summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>A folder of this attempt alone, created on first use and removed afterwards.</summary>
    public abstract string TemporaryDirectory { get; }

    /// <summary>Records a metric of the stage. A stage that is reused shows the metrics of the run that computed it.</summary>
    /// <param name="name">The metric's name, such as <c>loss</c>.</param>
    /// <param name="value">The value; NaN and infinities are values.</param>
    /// <param name="step">The epoch, iteration or batch that it belongs to.</param>
    public abstract void LogMetric(string name, double value, long step = 0);

    /// <summary>Tells how far the stage is.</summary>
    /// <param name="fraction">The share that is done, 0 to 1.</param>
    /// <param name="message">What it is doing, in a few words.</param>
    public abstract void ReportProgress(double fraction, string? message = null);

    /// <summary>
    /// A generator for a purpose of its own, such as one worker of a parallel loop: seeded like <see cref="Random"/> and by the seed.
    /// </summary>
    public abstract Random CreateRandom(int seed);

    /// <summary>
    /// Opens a new file in the temporary folder. Close it, then return <see cref="GetFile"/> of its name from the stage to make it an
    /// artifact.
    /// </summary>
    /// <param name="path">A relative path inside the temporary folder.</param>
    public virtual FileStream CreateFile(string path)
    {
        var location = Locate(path);
        Directory.CreateDirectory(Path.GetDirectoryName(location)!);
        return new FileStream(location, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>A file that the stage wrote into the temporary folder, as an artifact to return.</summary>
    /// <param name="path">The relative path that was given to <see cref="CreateFile"/>.</param>
    /// <exception cref="FileNotFoundException">The stage wrote no such file.</exception>
    public virtual FileArtifact GetFile(string path) => new(path.Replace('\\', '/'), Locate(path), isStored: false);

    private string Locate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var root = Path.GetFullPath(TemporaryDirectory);
        var location = Path.GetFullPath(Path.Combine(root, path));
        return location.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? location
            : throw new ArgumentException(
                $"'{path}' leads out of the stage's temporary folder; give a relative path without '..'.",
                nameof(path)
            );
    }
}
