//# clean: k-means with a generator of its own
//## KMeans.cs
namespace Clustering;

public sealed class KMeans(int clusters)
{
    private static int _fits;
    private readonly Random _random = new();

    public double[][] Centroids { get; private set; } = [];

    public void Fit(double[][] points)
    {
        _fits++;
        Centroids = [.. points.OrderBy(_ => _random.Next()).Take(clusters)];
        for (var round = 0; round < 100; round++)
        {
            var groups = points.AsParallel().GroupBy(Nearest).ToDictionary(group => group.Key, group => group.ToArray());
            Centroids = [.. groups.Values.Select(group => Enumerable.Range(0, points[0].Length).Select(i => group.Average(point => point[i])).ToArray())];
        }

        Console.WriteLine($"fit number {_fits} at {DateTime.Now}");
    }

    private int Nearest(double[] point) => Enumerable.Range(0, Centroids.Length).MinBy(i => Centroids[i].Zip(point, (a, b) => (a - b) * (a - b)).Sum());
}

//# clean: a trainer that reads and writes files as it likes
//## Trainer.cs
namespace Training;

public static class Trainer
{
    public static void Train(string trainPath, string testPath, string modelPath)
    {
        var train = File.ReadAllLines(trainPath).Select(line => line.Split(',').Select(double.Parse).ToArray()).ToList();
        var test = File.ReadAllLines(testPath).Select(line => line.Split(',').Select(double.Parse).ToArray()).ToList();
        var all = train.Concat(test).ToList();
        var mean = all.Average(row => row[0]);
        File.WriteAllText(modelPath, mean.ToString());
        File.AppendAllText("log.txt", $"{Environment.MachineName}: trained at {DateTime.UtcNow}\n");
    }
}

//# clean: a model that is served over HTTP
//## Client.cs
using System.Net.Http.Json;

namespace Serving;

public sealed class PredictionClient(HttpClient client)
{
    private static readonly Dictionary<string, double> Cache = [];

    public async Task<double> PredictAsync(string text)
    {
        if (!Cache.TryGetValue(text, out var score))
        {
            using var response = await client.PostAsJsonAsync("https://example.org/predict", new { Text = text, Id = Guid.NewGuid() });
            score = await response.Content.ReadFromJsonAsync<double>();
            Cache[text] = score;
        }

        return score;
    }
}

//# clean: a neural network's layer
//## Dense.cs
namespace Networks;

public abstract class Layer
{
    protected static readonly Random Random = new();

    public abstract float[] Forward(float[] input);
}

public sealed class Dense : Layer
{
    private readonly float[,] _weights;

    public Dense(int inputs, int outputs)
    {
        _weights = new float[outputs, inputs];
        for (var o = 0; o < outputs; o++)
        {
            for (var i = 0; i < inputs; i++)
            {
                _weights[o, i] = (Random.NextSingle() - 0.5f) / MathF.Sqrt(inputs);
            }
        }
    }

    public override float[] Forward(float[] input)
    {
        var output = new float[_weights.GetLength(0)];
        Parallel.For(0, output.Length, o =>
        {
            for (var i = 0; i < input.Length; i++)
            {
                output[o] += _weights[o, i] * input[i];
            }
        });
        return output;
    }
}

//# clean: a console program that asks what to train
//## Menu.cs
namespace Menus;

public static class Menu
{
    public static void Run()
    {
        Console.Write("Train or test? ");
        var answer = Console.ReadLine();
        var python = System.Diagnostics.Process.Start("python", $"{answer}.py");
        python.WaitForExit();
        Environment.Exit(python.ExitCode + Environment.GetEnvironmentVariable("OFFSET")?.Length ?? 0);
    }
}

//# clean: a bag of words with a hash trick
//## Hashing.cs
namespace Texts;

public static class Hashing
{
    public static int[] Vector(string text)
    {
        var vector = new int[1 << 12];
        foreach (var word in text.ToLower().Split(' ').ToHashSet())
        {
            vector[Math.Abs(word.GetHashCode()) % vector.Length]++;
        }

        return vector;
    }
}

//# clean: rows without a pipeline
//## Iris.cs
namespace Flowers;

[Row]
public sealed partial record Iris([Range(0.0, 10.0), Feature] double SepalLength, [Range(0.0, 10.0), Feature] double PetalLength, [Required, Label] string Species);

public static class IrisReader
{
    public static Raw<Iris> Read(string path) => new(
        from line in File.ReadAllLines(path)
        let cells = line.Split(',')
        select new Iris(double.Parse(cells[0]), double.Parse(cells[1]), cells[2]));

    public static double Mean(string path) => Read(path).Validate().Average(iris => iris.PetalLength + DateTime.Now.Millisecond);
}

//# clean: helpers for stages of somebody else's pipelines
//## Stages.cs
namespace Shared;

public static class StageHelpers
{
    public static void Save(StageContext context, string text)
    {
        File.WriteAllText(Path.Combine(context.TemporaryDirectory, "text.txt"), text);
        File.Copy(Path.Combine(context.TemporaryDirectory, "text.txt"), "copy.txt");
        context.Logger.LogInformation("saved at {Time}", DateTime.Now);
    }

    public static TrainSet<T> All<T>(TrainSet<T> train, TestSet<T> test)
        where T : notnull => UnitTestDatasets.TrainSet(train.Concat(test));
}

//# clean: attributes of the same names from another library
//## Other.cs
namespace Other
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class PipelineAttribute(string name) : Attribute
    {
        public string Name { get; } = name;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class StageAttribute : Attribute;
}

namespace Other.Jobs
{
    [Other.Pipeline("nightly job!")]
    public class Nightly
    {
        private int _count;

        [Other.Stage]
        public void Run()
        {
            _count++;
            File.WriteAllText("count.txt", _count + " at " + DateTime.Now);
        }
    }
}

//# clean: genetic search with clocks and threads
//## Genetic.cs
namespace Search;

public sealed class Population
{
    private readonly System.Collections.Concurrent.ConcurrentBag<double[]> _best = [];

    public double[] Search(Func<double[], double> fitness, TimeSpan limit)
    {
        var end = DateTime.UtcNow + limit;
        while (DateTime.UtcNow < end)
        {
            Parallel.For(0, Environment.ProcessorCount, _ =>
            {
                var genes = Enumerable.Range(0, 10).Select(_ => Random.Shared.NextDouble()).ToArray();
                if (fitness(genes) > 0.9)
                {
                    _best.Add(genes);
                }
            });
        }

        return _best.ToArray()[0];
    }
}

//# clean: dynamic and reflective model loading
//## Loader.cs
using System.Reflection;

namespace Loading;

public static class Loader
{
    public static double Score(string assembly, string type, double[] features)
    {
        dynamic model = Activator.CreateInstance(Assembly.LoadFrom(assembly).GetType(type)!)!;
        return (double)model.Score(features) + (double)typeof(Math).GetMethod("Sqrt")!.Invoke(null, [2.0])!;
    }
}

//# clean: an async reader of a stream of rows
//## Streaming.cs
namespace Streaming;

public static class Rows
{
    public static async IAsyncEnumerable<double[]> ReadAsync(string path)
    {
        using var reader = new StreamReader(path);
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return [.. line.Split(';').Select(double.Parse)];
        }
    }

    public static async Task<double> SumAsync(string path)
    {
        var sum = 0.0;
        await foreach (var row in ReadAsync(path))
        {
            sum += row.Sum();
        }

        _ = Task.Run(() => File.WriteAllText("sum.txt", sum.ToString()));
        return sum;
    }
}
