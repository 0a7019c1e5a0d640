//# fault: a body, as a controller has one
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(Application application, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{application.Id}, {cancellationToken.CanBeCanceled}");
}

//# fault: an ordinary class, an ordinary method
//## share Applicants.cs
//## Service.cs
public sealed class {|MLP8004:IncomeController|}
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(Application application, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{application.Id}, {cancellationToken.CanBeCanceled}");
}

//# fault: a task, as everything else returns one
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial Task<Answer<IncomeScore>> {|MLP8004:ScoreAsync|}(Application application, CancellationToken cancellationToken);
}

//# fault: the second method of one path
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "challenger")]
    public partial ValueTask<Answer<IncomeScore>> {|MLP8004:ScoreAsync|}(Application application, CancellationToken cancellationToken);
}

//# fault: the class was copied, and the name came along
//## share Applicants.cs
//## share IncomeService.cs
//## Service.cs
[Service({|MLP8004:"income"|})]
public sealed partial class IncomeServiceOfTomorrow
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "challenger")]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: names with capitals, of the service and of the alias
//## share Applicants.cs
//## Service.cs
[Service({|MLP8004:"IncomeService"|})]
public sealed partial class IncomeService
{
    [{|MLP8004:Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "Champion")|}]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# clean: a service with a constructor of its own, inside another class
//## share Applicants.cs
//## Service.cs
using Mlops.Dsl.Serving;

internal static partial class Services
{
    [Service("income")]
    internal sealed partial class IncomeService
    {
        private readonly ILogger _logger;

        public IncomeService(ServiceHost host, ILogger logger)
        {
            _logger = logger;
            Connect(host);
        }

        [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
        internal partial ValueTask<Answer<IncomeScore>> ScoreAsync(Application application, CancellationToken cancellationToken);

        internal void Greet() => _logger.LogInformation("The service is there");
    }
}

//# clean: somebody else's [Predict]
//## share Applicants.cs
//## Other.cs
namespace Other;

[AttributeUsage(AttributeTargets.Method)]
public sealed class PredictAttribute : Attribute;

public sealed class Oracle
{
    [Predict]
    public string Ask(string question) => question.Length > 3 ? "yes" : "no";
}
