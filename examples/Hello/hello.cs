#!/usr/bin/env dotnet
#:project ../../src/Mlops.Dsl.Runtime
using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

return await PipelineApp.RunAsync(args);

/// <summary>What two thermometers on one wall show.</summary>
[Row]
public sealed partial record Reading([Range(-90.0, 60.0), Feature] double Celsius, [Label] double Fahrenheit);

/// <summary>Fahrenheit = slope · Celsius + offset.</summary>
public sealed record Line(double Slope, double Offset);

/// <summary>Learns how Fahrenheit follows from Celsius, from readings alone.</summary>
[Pipeline("hello", Version = "1.0.0")]
public sealed partial class HelloPipeline
{
    /// <summary>How far the second thermometer is off, in degrees Fahrenheit.</summary>
    [Parameter, Range(0.0, 100.0)]
    public double Noise { get; init; } = 1;

    [Stage]
    public Raw<Reading> Measure(StageContext context) =>
        new(
            from celsius in Enumerable.Range(-400, 800).Select(tenth => tenth / 10.0)
            select new Reading(celsius, (1.8 * celsius) + 32 + (Noise * (context.Random.NextDouble() - 0.5)))
        );

    [Stage]
    public Validated<Reading> Check(Raw<Reading> readings) => readings.Validate();

    [Stage]
    public (TrainSet<Reading> Train, TestSet<Reading> Test) Split(Validated<Reading> readings) => readings.Split(0.8, seed: 42);

    [Stage]
    public Line Fit(TrainSet<Reading> train)
    {
        var (x, y) = (train.Average(r => r.Celsius), train.Average(r => r.Fahrenheit));
        var slope = train.Sum(r => (r.Celsius - x) * (r.Fahrenheit - y)) / train.Sum(r => (r.Celsius - x) * (r.Celsius - x));
        return new Line(slope, y - (slope * x));
    }

    [Stage]
    public double Error(Line model, TestSet<Reading> test) =>
        test.Average(r => Math.Abs((model.Slope * r.Celsius) + model.Offset - r.Fahrenheit));

    [Gate]
    public GateResult Close(double error) => GateResult.AtMost(error, 0.5);

    [Publish("thermometer"), When(nameof(Close))]
    public Line Release(Line model) => model;
}
