//# fault: a stage that is not published
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), {|MLP8003:nameof(IncomePipeline.Fit)|})]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: a name with a slip
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), {|MLP8003:"Relase"|})]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: the name of the entry is not that of the method
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), {|MLP8003:"income"|})]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: a class that is no pipeline
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict({|MLP8003:typeof(Applicant)|}, "Release")]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# clean: the method, by a constant
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), Names.Published)]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

public static class Names
{
    public const string Published = "Release";
}
