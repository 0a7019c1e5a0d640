//# fault: another number than the model takes
//## Service.cs
[Contract("income.pipeline.lock.json")]
public static partial class Income;

[Row]
public sealed partial record Request(double Age, int Hours);

[Prediction]
public readonly partial record struct Reply([Probability] float Probability);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict({|MLP8005:typeof(Income)|}, "income")]
    public partial ValueTask<Answer<Reply>> Score(Request request, CancellationToken cancellationToken);
}

//## income.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "income",
  "version": "2.0.0",
  "rows": {
    "Application": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "Hours": { "type": "int", "role": "feature" } } },
    "IncomeScore": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "income": { "type": "Model<Application, IncomeScore>", "codec": "model(1,object(Age:int32,Hours:int32),object(Probability:float32))" }
  }
}

//# fault: the new lock was copied, in which a column has another name
//## Service.cs
[Contract("income.pipeline.lock.json")]
public static partial class Income;

[Row]
public sealed partial record Request(int Age, int Hours);

[Prediction]
public readonly partial record struct Reply([Probability] float Probability);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict({|MLP8005:typeof(Income)|}, "income")]
    public partial ValueTask<Answer<Reply>> Score(Request request, CancellationToken cancellationToken);
}

//## income.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "income",
  "version": "3.0.0",
  "rows": {
    "Application": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "HoursPerWeek": { "type": "int", "role": "feature" } } },
    "IncomeScore": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "income": { "type": "Model<Application, IncomeScore>", "codec": "model(1,object(Age:int32,HoursPerWeek:int32),object(Probability:float32))" }
  }
}

//# fault: the name of the method, where only the entry is known
//## Service.cs
[Contract("income.pipeline.lock.json")]
public static partial class Income;

[Row]
public sealed partial record Request(int Age);

[Prediction]
public readonly partial record struct Reply([Probability] float Probability);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict({|MLP8005:typeof(Income)|}, "Release")]
    public partial ValueTask<Answer<Reply>> Score(Request request, CancellationToken cancellationToken);
}

//## income.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "income",
  "version": "2.0.0",
  "rows": {
    "Application": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" } } },
    "IncomeScore": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "income": { "type": "Model<Application, IncomeScore>", "codec": "model(1,object(Age:int32),object(Probability:float32))" }
  }
}

//# fault: versions that the pipeline does not have, or that are none
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), {|MLP8005:PipelineVersion = "0.9.0"|})]
    public partial ValueTask<Answer<IncomeScore>> Before(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), {|MLP8005:PipelineVersion = "2.0.0"|})]
    public partial ValueTask<Answer<IncomeScore>> After(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), {|MLP8005:PipelineVersion = "v1"|})]
    public partial ValueTask<Answer<IncomeScore>> Never(Application application, CancellationToken cancellationToken);
}

//# clean: the service fits the lock
//## Service.cs
[Contract("income.pipeline.lock.json")]
public static partial class Income;

[Row]
public sealed partial record Request(int Age);

[Prediction]
public readonly partial record struct Reply([Probability] float Probability);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(Income), "income", PipelineVersion = "2.0.0")]
    public partial ValueTask<Answer<Reply>> Score(Request request, CancellationToken cancellationToken);
}

//## income.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "income",
  "version": "2.1.0",
  "rows": {
    "Application": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" } } },
    "IncomeScore": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "income": { "type": "Model<Application, IncomeScore>", "codec": "model(1,object(Age:int32),object(Probability:float32))" }
  }
}

//# clean: the version that the pipeline has
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), PipelineVersion = "1.0.0")]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
