//# fault: policies for all, by MSBuild, on a pipeline in two files
//## share Houses.cs
//## share Trained.cs
[{|MLP5010:{|MLP6006:Publish("price")|}|}, When(nameof(Accurate))]
public PriceModel {|MLP6007:Release|}(PriceModel fit) => fit;

//## build properties
MlopsDslRequireReview = true
MlopsDslRequirePurpose = true
MlopsDslRequiredGates = Fair
