using System.Reflection;

namespace Mlops.Dsl.Build.Tests.Harness.Execution;

/// <summary>Calls the stages of a loaded program.</summary>
internal sealed class StageCalls(ProgramContext context)
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly string[] StageAttributes =
    [
        "Mlops.Dsl.StageAttribute",
        "Mlops.Dsl.GateAttribute",
        "Mlops.Dsl.PublishAttribute",
        "Mlops.Dsl.SourceAttribute",
    ];

    private readonly SampleValues _samples = new(context);
    private readonly ResultText _text = new(context);

    public bool HaveRun { get; private set; }

    public void Run(string? only, Dictionary<string, string> results)
    {
        HaveRun = true;
        var stages = context
            .Main.GetTypes()
            .Where(type => type.IsDefined(typeof(PipelineAttribute), inherit: false))
            .SelectMany(type => type.GetMethods(Everything).Where(IsStage).Select(stage => (Type: type, Method: stage)))
            .OrderBy(stage => stage.Method.Name, StringComparer.Ordinal);
        foreach (var (type, method) in stages.Where(stage => only is null || stage.Method.Name == only))
        {
            results[method.Name] = Call(type, method);
        }
    }

    private string Call(Type type, MethodInfo stage)
    {
        var inputs = "";
        try
        {
            var pipeline = stage.IsStatic ? null : Pipeline(type);
            var arguments = stage.GetParameters().Select(Argument).ToArray();
            inputs = string.Join(", ", arguments.Select(_text.Of));
            var result = stage.Invoke(pipeline, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return $"({inputs}) -> {_text.Of(Completed(result))}";
        }
        catch (Exception exception)
        {
            return $"({inputs}) -> {exception.GetType().FullName}: {exception.Message}";
        }
    }

    private object? Argument(ParameterInfo parameter) => Service(parameter) ?? _samples.Of(parameter.ParameterType);

    private object? Service(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(FromServicesAttribute)) ? context.Services?.GetService(parameter.ParameterType) : null;

    /// <summary>Parameters have given values, since these are in the key; how their defaults are computed changes nothing.</summary>
    private object Pipeline(Type type)
    {
        var pipeline = _samples.Create(type);
        foreach (var property in type.GetProperties(Everything).Where(IsParameter))
        {
            property.SetValue(pipeline, _samples.Of(property.PropertyType));
        }

        return pipeline;
    }

    private static bool IsParameter(PropertyInfo property) =>
        property.IsDefined(typeof(ParameterAttribute)) || property.IsDefined(typeof(SecretAttribute));

    /// <summary>The value of what may be a task.</summary>
    private static object? Completed(object? result)
    {
        var task = result as Task ?? result?.GetType().GetMethod("AsTask", Type.EmptyTypes)?.Invoke(result, null) as Task;
        if (task is null)
        {
            return result;
        }

        task.GetAwaiter().GetResult();
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    private static bool IsStage(MethodInfo method) =>
        method.GetCustomAttributesData().Any(attribute => StageAttributes.Contains(attribute.AttributeType.FullName));
}
