//# fault: an answer without its wrapping
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<IncomeScore> {|MLP8004:Score|}(Application application, CancellationToken cancellationToken);
}

//# fault: nothing cancels
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(Application application);
}

//# fault: a service that answers nothing
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class {|MLP8004:IncomeService|};

//# fault: two services of one name
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
[Service({|MLP8004:"income"|})]
public sealed partial class OtherService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: a name in capitals
//## share Income.cs
//## Service.cs
[Service({|MLP8004:"Income"|})]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# clean: an internal service in a namespace
//## share Income.cs
//## Service.cs
namespace Credit;

[Service("income")]
internal sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
